package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.Decisions;
import com.qliento.ruleset.DecisionChange.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionDiffTest {

    private static final Actor READER = new Actor("reader", new OrganisationId(UUID.randomUUID()), Role.VIEWER);
    private static final String SMALL = """
                      <rule id="small">
                        <inputEntry id="s1"><text>&lt; 100</text></inputEntry><inputEntry id="s2"><text>-</text></inputEntry>
                        <outputEntry id="s3"><text>0</text></outputEntry>
                        <outputEntry id="s4"><text>"small order"</text></outputEntry>
                      </rule>
                """;

    private final DecisionDiff diff = new DecisionDiff(new Decisions());

    @Test
    void a_changed_cell_is_told_with_what_it_was() {
        assertThat(between(Models.discount(10), Models.discount(15)))
                .containsExactly(new DecisionChange(Kind.CELL, "discount", 3, "percent", "10", "15"));
    }

    @Test
    void what_says_the_same_does_not_differ() {
        assertThat(between(Models.discount(10), Models.discount(10))).isEmpty();
    }

    @Test
    void rows_come_and_go_as_a_whole() {
        String without = Models.discount(10).replace(SMALL.indent(0), "");

        assertThat(without).doesNotContain("small order");
        assertThat(between(Models.discount(10), without))
                .containsExactly(
                        new DecisionChange(Kind.ROW_REMOVED, "discount", 1, "", "< 100 | - | 0 | \"small order\"", ""));
        assertThat(between(without, Models.discount(10)))
                .containsExactly(
                        new DecisionChange(Kind.ROW_ADDED, "discount", 1, "", "", "< 100 | - | 0 | \"small order\""));
    }

    @Test
    void another_hit_policy_and_another_heading_are_told() {
        String other =
                Models.discount(10).replace("UNIQUE", "FIRST").replace("<text>kind</text>", "<text>total</text>");

        assertThat(between(Models.discount(10), other))
                .containsExactly(
                        new DecisionChange(Kind.HEADING, "discount", 0, "", "UNIQUE", "FIRST"),
                        new DecisionChange(Kind.HEADING, "discount", 0, "total", "kind", "total"));
    }

    @Test
    void another_type_and_other_values_are_told_and_notes_are_not() {
        String other = Models.discount(10)
                .replace("name=\"percent\" typeRef=\"number\"", "name=\"percent\" typeRef=\"string\"")
                .replace("<rule id=\"small\">", "<rule id=\"small\"><description>nothing off</description>")
                .replace(
                        "<text>kind</text></inputExpression>",
                        "<text>kind</text></inputExpression><inputValues><text>\"vip\",\"new\"</text></inputValues>");

        assertThat(between(Models.discount(10), other))
                .containsExactlyInAnyOrder(
                        new DecisionChange(Kind.HEADING, "discount", 0, "kind", "", "\"vip\",\"new\""),
                        new DecisionChange(Kind.HEADING, "discount", 0, "percent", "number", "string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no table", "<definitions/>", "<definitions", "<html><body/></html>"})
    void what_is_no_table_is_said_not_to_be_comparable_on_either_side(String put) {
        for (Runnable compares :
                List.<Runnable>of(() -> between(put, Models.discount(10)), () -> between(Models.discount(10), put))) {
            assertThatThrownBy(compares::run)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("decision-not-comparable"));
        }
    }

    private List<DecisionChange> between(String before, String after) {
        return diff.between(READER, before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }
}
