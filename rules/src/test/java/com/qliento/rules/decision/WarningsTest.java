package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine only warns of, and types under their second names. */
class WarningsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "number|> 5|null|otherwise",
                "number|not(3)|null|hit",
                "number|null|null|otherwise",
                "date|< date(\"2026-01-01\")|null|otherwise",
                "time|< time(\"14:00:00@Europe/Rome\")|13:30:00@Europe/Rome|hit",
                "time|< time(\"14:00:00+01:00\")|13:30:00@Europe/Rome|hit",
                "time|< time(\"14:00:00Z\")|13:30:00|hit",
            })
    void a_table_decides_about_nothing_and_about_times_of_a_zone(
            String type, @Nullable String cell, @Nullable String value, String came) {
        var decided = decide(table(type, cell == null ? "null" : cell), value);

        assertThat(decided.failed()).isFalse();
        assertThat(decided.values()).containsEntry("m", cell == null ? "hit" : came);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Any|v.a.b", "number|v + 1", "number|-v", "boolean|v and true"})
    void an_expression_of_nothing_comes_to_nothing_and_fails_no_decision(String type, String feel) {
        var decided = decide(literal(type, feel), null);

        assertThat(decided.failed()).isFalse();
        assertThat(decided.values()).containsEntry("m", null);
    }

    @Test
    void what_was_warned_of_is_told_beside_what_was_decided() {
        var decided = decide(table("time", "< time(\"14:00:00@Europe/Rome\")"), "13:30:00@Europe/Rome");

        assertThat(decided.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.error()).isFalse();
            assertThat(problem.code()).isEqualTo("warned");
        });
    }

    @Test
    void an_error_still_fails_the_decision() {
        assertThat(decide(literal("string", "number(v)"), "abc").failed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dateTime|< date and time(\"2026-03-29T12:00:00Z\")|2026-03-29T13:30:00+02:00|hit|date and time",
                "dateTime|< date and time(\"2026-03-29T12:00:00Z\")|2026-03-29T14:00:00+02:00|otherwise|date and time",
                "dateTime|>= date and time(\"2026-03-29T12:00:00Z\")|2026-03-29T14:00:00@Europe/Rome|hit|date and time",
                "dayTimeDuration|> duration(\"PT1H\")|PT2H|hit|days and time duration",
                "yearMonthDuration|> duration(\"P1Y\")|P1Y2M|hit|years and months duration",
            })
    void a_type_under_its_second_name_is_the_same_type(
            String type, String cell, String value, String came, String name) {
        var model = new Decisions().compile(table(type, cell));

        assertThat(model.inputs())
                .singleElement()
                .extracting(DecisionInput::type)
                .isEqualTo(name);
        assertThat(model.evaluate(Map.of("v", value)).values()).containsEntry("m", came);
    }

    /** One row that is met by this cell, then one that is always met. */
    private static String table(String type, String cell) {
        return Dmn.model(
                Dmn.input("v", type),
                Dmn.decision(
                        "m",
                        Dmn.table(
                                "FIRST",
                                List.of("v: " + type),
                                List.of("r: string"),
                                cell + " | \"hit\"",
                                "- | \"otherwise\""),
                        "in-v"));
    }

    private static String literal(String type, String feel) {
        return Dmn.model(Dmn.input("v", type), Dmn.literal("m", feel, "in-v"));
    }

    private static Decided decide(String dmn, @Nullable Object value) {
        var given = new HashMap<String, @Nullable Object>();
        given.put("v", value);
        return new Decisions().compile(dmn).evaluate(given);
    }
}
