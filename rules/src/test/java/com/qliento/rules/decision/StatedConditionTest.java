package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that name their input, or another one, instead of asking for it by ?. */
class StatedConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v > 5|6|4",
                "5 < v|6|4",
                "v > 5 and v < 9|6|9",
                "v in [6..8]|6|9",
                "v between 6 and 8|6|9",
                "not(v > 5)|4|6",
                "not(not(v > 5))|6|4",
                "v = 1, v > 5|6|4",
                "some i in [6, 7] satisfies i = v|6|4",
                "if v > 5 then v < 9 else v = 0|6|9",
                "list contains(tags, \"TEST\") and v > 5|6|4",
                "odd(v)|7|6",
                "? > 5 and v < 9|6|9",
            })
    void a_cell_that_states_a_condition_counts_as_that_condition(String cell, int met, int missed) {
        var model = new Decisions().compile(table("number", cell));

        assertThat(decide(model, new BigDecimal(met), List.of("TEST"))).isEqualTo("hit");
        assertThat(decide(model, new BigDecimal(missed), List.of("TEST"))).isEqualTo("miss");
    }

    @Test
    void a_list_is_looked_into_by_its_name_also_behind_not_and_in_the_column_of_another_input() {
        var negated = new Decisions().compile(table("Any", "not(list contains(tags, \"TEST\"))"));
        var other = new Decisions().compile(table("string", "list contains(tags, \"TEST\")"));

        assertThat(decide(negated, List.of(), List.of("TEST"))).isEqualTo("miss");
        assertThat(decide(negated, List.of(), List.of("A"))).isEqualTo("hit");
        assertThat(decide(other, "q", List.of("TEST"))).isEqualTo("hit");
        assertThat(decide(other, "q", List.of("A"))).isEqualTo("miss");
    }

    @Test
    void what_a_column_of_true_and_false_is_compared_with_stays_a_value() {
        var model = new Decisions().compile(table("boolean", "list contains(tags, \"TEST\")"));

        assertThat(decide(model, false, List.of("A"))).isEqualTo("hit");
        assertThat(decide(model, true, List.of("A"))).isEqualTo("miss");
    }

    private static Object decide(DecisionModel model, Object v, List<String> tags) {
        return String.valueOf(
                model.evaluate(Map.of("v", v, "tags", tags)).values().get("m"));
    }

    private static String table(String type, String cell) {
        return Dmn.model(
                Dmn.input("v", type),
                Dmn.input("tags", "Any"),
                Dmn.decision(
                        "m",
                        Dmn.table(
                                "FIRST",
                                List.of("v: " + type),
                                List.of("r: string"),
                                cell + " | \"hit\"",
                                "- | \"miss\""),
                        "in-v",
                        "in-tags"));
    }
}
