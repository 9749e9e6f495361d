package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableAnalysisTest {

    private final Decisions decisions = new Decisions();

    @Test
    void a_table_that_covers_everything_once_has_nothing_wrong() {
        assertThat(told(
                        "UNIQUE",
                        List.of("age: number", "kind: string"),
                        "< 18 | - | 0",
                        "[18..65) | \"vip\" | 1",
                        "[18..65) | not(\"vip\") | 2",
                        ">= 65 | - | 3"))
                .isEmpty();
    }

    @Test
    void what_no_row_is_for_is_told_with_its_values() {
        assertThat(told(
                        "UNIQUE",
                        List.of("age: number", "kind: string"),
                        "< 18 | - | 0",
                        "(18..65) | \"vip\" | 1",
                        "> 65 | not(\"vip\") | 2"))
                .containsExactly(
                        "'Answer': No row is for age = 18 | age = 65. Add one, or a default output.",
                        "'Answer': No row is for age > 18 and < 65, kind not in (\"vip\"). Add one, or a default output.",
                        "'Answer': No row is for age > 65, kind = \"vip\". Add one, or a default output.");
    }

    @Test
    void rows_that_fit_at_once_are_told_with_values() {
        assertThat(told(
                        "UNIQUE",
                        List.of("age: number", "member: boolean"),
                        "<= 18 | - | 0",
                        ">= 18 | true | 1",
                        "> 18 | false | 2"))
                .containsExactly("'Answer', row 2: It fits at the same time as row 1, for example with age = 18, "
                        + "member = true. The hit policy Unique allows one row.");
    }

    @Test
    void any_minds_overlaps_only_where_they_differ() {
        assertThat(told("ANY", List.of("age: number"), "<= 18 | 1", ">= 18 | 1"))
                .isEmpty();
        assertThat(told("ANY", List.of("age: number"), "<= 18 | 1", ">= 18 | 2"))
                .containsExactly("'Answer', row 2: It fits at the same time as row 1, for example with age = 18, "
                        + "and gives something else. The hit policy Any wants them alike.");
    }

    @Test
    void first_tells_rows_that_those_above_hide_together() {
        assertThat(told("FIRST", List.of("age: number"), "< 10 | 1", ">= 10 | 2", "[5..20] | 3"))
                .containsExactly(
                        "'Answer', row 3: It is never reached: rows above it fit whenever it does. Move it up or remove it.");
        assertThat(told("FIRST", List.of("age: number"), "< 10 | 1", "- | 2")).isEmpty();
    }

    @Test
    void several_at_once_are_what_collect_is_for() {
        assertThat(told("COLLECT", List.of("age: number"), "< 10 | 1", "< 20 | 2"))
                .isEmpty();
    }

    @Test
    void a_column_with_allowed_values_needs_no_row_for_others() {
        String model = Dmn.model(
                        Dmn.input("colour", "string"),
                        Dmn.decision(
                                "Answer",
                                Dmn.table("UNIQUE", List.of("colour: string"), List.of("price: number"), "\"red\" | 1"),
                                "in-colour"))
                .replace(
                        "</inputExpression>",
                        "</inputExpression><inputValues><text>\"red\", \"blue\"</text></inputValues>");

        assertThat(words(model))
                .containsExactly("'Answer': No row is for colour = \"blue\". Add one, or a default output.");
    }

    @Test
    void neighbouring_days_leave_no_gap() {
        assertThat(told("UNIQUE", List.of("day: date"), "<= date(\"2026-01-31\") | 1", ">= date(\"2026-02-01\") | 2"))
                .isEmpty();
    }

    @Test
    void a_cell_that_is_worked_out_when_it_runs_is_not_judged() {
        assertThat(told("UNIQUE", List.of("age: number"), "modulo(?, 2) = 0 | 1", "> 5 | 2"))
                .isEmpty();
    }

    @Test
    void a_table_of_very_many_combinations_is_looked_at_for_a_short_time() {
        List<String> inputs =
                IntStream.range(0, 12).mapToObj(i -> "n" + i + ": number").toList();
        String[] rows = IntStream.range(0, 300)
                .mapToObj(row -> Stream.concat(
                                IntStream.range(0, 12)
                                        .mapToObj(column -> (row * 7 + column * 13) % 3 == 0
                                                ? "-"
                                                : "> " + (row * 31 + column * 17) % 97),
                                Stream.of("1"))
                        .collect(Collectors.joining(" | ")))
                .toArray(String[]::new);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> told("UNIQUE", inputs, rows));
    }

    private List<String> told(String policy, List<String> inputs, String... rows) {
        String[] names =
                inputs.stream().map(input -> input.replaceFirst(":.*", "")).toArray(String[]::new);
        String data = Stream.of(names)
                .map(name -> Dmn.input(
                        name,
                        inputs.stream()
                                .filter(input -> input.startsWith(name + ":"))
                                .findFirst()
                                .orElseThrow()
                                .replaceFirst(".*: ", "")))
                .collect(Collectors.joining());
        return words(Dmn.model(
                data,
                Dmn.decision(
                        "Answer",
                        Dmn.table(policy, inputs, List.of("price: number"), rows),
                        Stream.of(names).map(name -> "in-" + name).toArray(String[]::new))));
    }

    private List<String> words(String model) {
        return decisions.check(model).stream()
                .map(problem -> problem.message(Locale.ENGLISH))
                .toList();
    }
}
