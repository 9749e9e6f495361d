package com.qliento.ui.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.problem.Problem;
import com.qliento.schedule.CronLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of cron in plain words and back, and values as somebody writes them. */
class PlainRhythmTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 9 * * *     | DAILY    | 0 9 * * *
            30 23 * * 1-5 | WEEKDAYS | 30 23 * * 1-5
            0 9 * * 1,4   | DAYS     | 0 9 * * 1,4
            0 9 * * 7     | DAYS     | 0 9 * * 0
            5 8 31 * *    | MONTHLY  | 5 8 31 * *
            5 8 L * *     | MONTHLY  | 5 8 L * *
            */15 * * * *  | MINUTES  | */15 * * * *
            0 * * * *     | HOURS    | 0 * * * *
            0 */6 * * *   | HOURS    | 0 */6 * * *
            """)
    void a_line_that_plain_words_say_is_said_by_them_and_is_the_same_line(String line, String kind, String same) {
        var plain = PlainRhythm.of(CronLine.of(line)).orElseThrow();

        assertThat(plain.kind()).hasToString(kind);
        assertThat(plain.cron()).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 9 1 * 1", "0 9 * 5 *", "0 9,10 * * *", "5 * * * *", "0 9 * * MON", "0 9 1-5 * *"})
    void a_line_that_only_cron_says_stays_cron(String line) {
        assertThat(PlainRhythm.of(CronLine.of(line))).isEmpty();
    }

    @Test
    void values_are_read_as_they_are_meant_and_shown_as_they_are_read() {
        var lines = "order = A-17\nitems = 2\npaid = true\ncode = \"0123\"\nlist = [1,2]\nsum = a = b";

        var values = HandedValues.read(lines + "\n\n");

        assertThat(values.path("items").isNumber()).isTrue();
        assertThat(values.path("paid").isBoolean()).isTrue();
        assertThat(values.path("code").asText()).isEqualTo("0123");
        assertThat(values.path("sum").asText()).isEqualTo("a = b");
        assertThat(HandedValues.text(values)).isEqualTo(lines.replace("\"0123\"", "0123"));
        assertThat(HandedValues.read(HandedValues.text(values))).isEqualTo(values);
        assertThatThrownBy(() -> HandedValues.read("no value")).isInstanceOf(Problem.class);
    }
}
