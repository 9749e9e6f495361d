package com.qliento.conversation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.conversation.limit.LimitReached;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.ValueText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers kept and read again. */
class AnswersTest {

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date(\"2026-03-29\")|v > date(\"2026-03-28\") and v.year = 2026",
                "time(\"13:30:00\")|v < time(\"14:00:00\")",
                "time(\"13:30:00+02:00\")|v < time(\"14:00:00+02:00\")",
                "time(\"13:30:00@Europe/Rome\")|v = time(\"13:30:00@Europe/Rome\")",
                "date and time(\"2026-03-29T13:30:00\")|v < date and time(\"2026-03-29T13:30:01\")",
                "date and time(\"2026-03-29T13:30:00+02:00\")|v < date and time(\"2026-03-29T12:00:00Z\")",
                "date and time(\"2026-03-29T13:30:00@Europe/Rome\")"
                        + "|string(v) = \"2026-03-29T13:30:00@Europe/Rome\" and v.timezone = \"Europe/Rome\"",
                "duration(\"P1DT2H\")|v > duration(\"PT25H\") and v.hours = 2",
                "duration(\"P1Y2M\")|v > duration(\"P1Y\") and v.months = 2",
                "1.10|string(v) = \"1.10\" and v = 1.1",
                "12345678901234567890.5|v = 12345678901234567890.5",
                "false|v = false",
                "\"2026-03-29\"|v + \"!\" = \"2026-03-29!\"",
                "[1, null, \"a\", [date(\"2026-03-29\")]]|v[4][1] = date(\"2026-03-29\") and v[2] = null and count(v) = 4",
                "{when: date(\"2026-03-29\"), deep: {span: duration(\"PT2H\")}, none: null}"
                        + "|v.when < date(\"2026-03-30\") and v.deep.span = duration(\"PT2H\")",
                "[1..5]|(5 in v) and not(6 in v)",
                "(date(\"2026-03-01\")..date(\"2026-04-01\")]|(date(\"2026-04-01\") in v) and not(date(\"2026-03-01\") in v)",
            })
    void a_value_of_every_type_is_compared_after_a_wait_as_before_it(String value, String holds) {
        var given = expressions.compile(value).evaluate(Map.of());
        var kept = new LinkedHashMap<String, SealedAnswer>();
        var before = new Answers(new OpenLock(), kept);
        before.put("v", given, "flow", "element");

        var after = Objects.requireNonNull(new Answers(new OpenLock(), before.sealed()).get("v"));

        assertThat(expressions.compile(holds).test(Map.of("v", Objects.requireNonNull(before.get("v")))))
                .as("before")
                .isTrue();
        assertThat(after).isEqualTo(given);
        assertThat(expressions.compile(holds).test(Map.of("v", after)))
                .as("after")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2026,3,29]|date|2026-03-29",
                "[13,30]|time|13:30:00",
                "[13,30,15,123000000]|time|13:30:15.123",
                "[13,30,\"+02:00\"]|time|13:30:00+02:00",
                "\"13:30:00@Europe/Rome\"|time|13:30:00@Europe/Rome",
                "[2026,3,29,13,30]|date and time|2026-03-29T13:30:00",
                "1774783800.000000000|date and time|2026-03-29T11:30:00Z",
                "93600.000000000|duration|P1DT2H",
                "-93600.500000000|duration|-P1DT2H0.5S",
                "\"P1Y2M\"|duration|P1Y2M",
            })
    void a_time_kept_without_its_type_is_read_as_what_it_was(String json, String type, String text) {
        var value = ofBefore(json);

        assertThat(value)
                .isEqualTo(expressions.compile(type + "(\"" + text + "\")").evaluate(Map.of()));
        assertThat(ValueText.exact(Objects.requireNonNull(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2,3,4,5,6,7,8]|[1, 2, 3, 4, 5, 6, 7, 8]",
                "[7]|[7]",
                "[13,30,0]|[13, 30, 0]",
                "[2026,13,1]|[2026, 13, 1]",
                "[40,50]|[40, 50]",
                "1.10|1.10",
                "0.0|0.0",
                "\"P\"|\"P\"",
                "\"PT2H\"|\"PT2H\"",
                "\"13:30\"|\"13:30\"",
                "{\"dates\":[[2026,3,29]],\"n\":null}|{dates: [date(\"2026-03-29\")], n: null}",
            })
    void what_was_no_time_stays_what_it_was(String json, String feel) {
        assertThat(ofBefore(json)).isEqualTo(expressions.compile(feel).evaluate(Map.of()));
    }

    private static @Nullable Object ofBefore(String json) {
        var kept = Map.of("v", new SealedAnswer(json, "flow", "element"));
        return new Answers(new OpenLock(), kept).get("v");
    }

    @Test
    void one_answer_has_a_most_and_all_together_have_a_room() {
        var answers = new Answers(new OpenLock(), Map.of());
        assertThatThrownBy(() -> answers.put("v", "ä".repeat(130_000), "flow", "element"))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("the value of 'v' has more than 250000 bytes")
                .hasMessageNotContaining("ää");

        answers.put("a", "x".repeat(200_000), "flow", "element");
        answers.put("a", "y".repeat(200_000), "flow", "element");
        answers.put("a", "z".repeat(200_000), "flow", "element");

        assertThatThrownBy(() -> {
                    answers.put("b", "x".repeat(200_000), "flow", "element");
                    answers.put("c", "x".repeat(200_000), "flow", "element");
                })
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("no room for the value of");
    }
}
