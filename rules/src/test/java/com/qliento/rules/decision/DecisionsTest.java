package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final String DISCOUNT = Dmn.model(
            Dmn.input("total", "number"),
            Dmn.input("customer kind", "string"),
            Dmn.decision(
                    "Discount",
                    Dmn.table(
                            "UNIQUE",
                            List.of("total: number", "customer kind: string"),
                            List.of("percent: number", "reason: string"),
                            "< 100 | - | 0 | \"small order\"",
                            ">= 100 | \"vip\" | 20 | \"vip\"",
                            ">= 100 | not(\"vip\") | 10 | \"large order\""),
                    "in-total",
                    "in-customer-kind"));

    private final Decisions decisions = new Decisions();

    @Test
    void a_table_decides_by_the_row_that_fits() {
        Decided decided = decisions.compile(DISCOUNT).evaluate(Map.of("total", 250, "customer kind", "vip"));

        assertThat(decided.values().get("Discount")).isEqualTo(Map.of("percent", new BigDecimal(20), "reason", "vip"));
        assertThat(decided.rows()).containsExactly(new MatchedRow("Discount", 2, "row-2", true));
        assertThat(decided.problems()).isEmpty();
    }

    @Test
    void a_model_says_what_it_asks_for_and_what_it_decides() {
        DecisionModel model = decisions.compile(DISCOUNT);

        assertThat(model.inputs())
                .containsExactly(
                        new DecisionInput("customer kind", "string", false, List.of()),
                        new DecisionInput("total", "number", false, List.of()));
        assertThat(model.decisions()).extracting(DecisionInput::name).containsExactly("Discount");
    }

    @Test
    void the_values_that_a_column_allows_are_those_of_what_it_asks_about() {
        DecisionModel model = decisions.compile(
                DISCOUNT.replaceFirst(
                        "<text>customer kind</text></inputExpression>",
                        "<text>customer kind</text></inputExpression><inputValues><text>\"vip\", \"new\"</text></inputValues>"));

        assertThat(model.inputs())
                .contains(new DecisionInput("customer kind", "string", false, List.of("\"vip\", \"new\"")));
    }

    @Test
    void a_value_that_is_missing_unknown_or_of_the_wrong_kind_is_told_before_anything_is_decided() {
        DecisionModel model = decisions.compile(DISCOUNT);

        assertThat(words(model.evaluate(Map.of("total", 5))))
                .containsExactly("Nothing was given for 'customer kind'. Give null when it is not known.");
        assertThat(words(model.evaluate(Map.of("total", "much", "customer kind", "vip"))))
                .containsExactly("'total' has to be a number.");
        assertThat(words(model.evaluate(Map.of("total", 5, "customer kind", "vip", "colour", "red"))))
                .containsExactly("The model does not ask for 'colour'. Check how it is spelt.");
    }

    @Test
    void rows_that_fit_at_once_are_named() {
        String model = tableOf("UNIQUE", "size: number", "price: number", "> 1 | 5", "> 2 | 6");

        Decided decided = decisions.compile(model).evaluate(Map.of("size", 3));

        assertThat(decided.values()).isEmpty();
        assertThat(words(decided))
                .containsExactly("'Answer': Rows 1, 2 fit at once, but the hit policy allows one. "
                        + "Make them exclude each other, or choose another policy.");
    }

    @Test
    void no_row_that_fits_is_told_and_is_no_failure() {
        String model = tableOf("UNIQUE", "size: number", "price: number", "> 1 | 5");

        Decided decided = decisions.compile(model).evaluate(Map.of("size", 0));

        assertThat(decided.failed()).isFalse();
        assertThat(decided.values()).containsEntry("Answer", null);
        assertThat(words(decided)).hasSize(1);
    }

    @Test
    void what_goes_wrong_in_a_cell_names_table_row_and_column() {
        String model = tableOf("FIRST", "size: number", "price: number", "< 0 | 1", "- | 1 / size");

        Decided decided = decisions.compile(model).evaluate(Map.of("size", 0));

        assertThat(decided.problems().get(0).place()).isEqualTo(new DecisionPlace("Answer", "cell-2-2", 2, 2, "price"));
        assertThat(words(decided).get(0)).startsWith("'Answer', row 2, column 'price': ");
    }

    @Test
    void every_hit_policy_of_several_rows() {
        assertThat(several("COLLECT")).isEqualTo(numbers(5, 7, 5));
        assertThat(several("RULE ORDER")).isEqualTo(numbers(5, 7, 5));
        assertThat(several("COLLECT SUM")).isEqualTo(new BigDecimal(17));
        assertThat(several("COLLECT MIN")).isEqualTo(new BigDecimal(5));
        assertThat(several("COLLECT MAX")).isEqualTo(new BigDecimal(7));
        assertThat(several("OUTPUT ORDER")).isEqualTo(numbers(7, 5, 5));
        assertThat(several("PRIORITY")).isEqualTo(new BigDecimal(7));
        assertThat(several("FIRST")).isEqualTo(new BigDecimal(5));
    }

    private @Nullable Object several(String policy) {
        String written = policy.contains("ORDER") ? policy.replace(" ", "_") : policy;
        String table = Dmn.table(
                written, List.of("size: number"), List.of("price: number: 7, 5"), "> 1 | 5", "> 2 | 7", "> 3 | 5");
        String model = Dmn.model(Dmn.input("size", "number"), Dmn.decision("Answer", table, "in-size"))
                .replace("RULE_ORDER", "RULE ORDER")
                .replace("OUTPUT_ORDER", "OUTPUT ORDER");
        return decisions.compile(model).evaluate(Map.of("size", 9)).values().get("Answer");
    }

    @Test
    void an_explanation_names_the_cells_that_were_not_met() {
        Explained explained =
                decisions.compile(DISCOUNT).explain(Map.of("total", 250, "customer kind", "new"), List.of());

        assertThat(explained.decided().rows()).extracting(MatchedRow::row).containsExactly(3);
        assertThat(explained.rows())
                .extracting(
                        row -> row.missed().stream().map(DecisionPlace::element).toList())
                .containsExactly(List.of("cell-1-1"), List.of("cell-2-2"), List.of());
    }

    @Test
    void a_decision_uses_others_and_functions() {
        String model = Dmn.model(
                Dmn.input("price", "number"),
                Dmn.function("with tax", "net", "net * 1.21"),
                Dmn.literal("Net", "price - 10", "in-price"),
                Dmn.literal("Gross", "with tax(Net)", "Net", "bkm-with-tax"));

        Decided decided = decisions.compile(model).evaluate(Map.of("price", 110));

        assertThat(decided.values()).containsEntry("Gross", new BigDecimal("121.00"));
    }

    @Test
    void dates_are_given_as_texts_and_now_is_given_too() {
        String model = Dmn.model(
                Dmn.input("born", "date"), Dmn.literal("Adult", "today >= born + duration(\"P18Y\")", "in-born"));

        Decided decided =
                decisions.compile(model).evaluate(Map.of("born", "2008-11-23", "today", LocalDate.of(2026, 11, 23)));

        assertThat(decided.values()).containsEntry("Adult", true);
    }

    @Test
    void only_what_the_wanted_decision_needs_has_to_be_given() {
        String model = Dmn.model(
                Dmn.input("a", "number"),
                Dmn.input("b", "number"),
                Dmn.literal("First", "a + 1", "in-a"),
                Dmn.literal("Second", "b + 1", "in-b"));

        Decided decided = decisions.compile(model).evaluate(Map.of("a", 1), List.of("First"));

        assertThat(decided.values()).containsExactly(Map.entry("First", new BigDecimal(2)));
    }

    @Test
    void null_is_a_value_that_is_not_known() {
        var given = new HashMap<String, Object>();
        given.put("total", 50);
        given.put("customer kind", null);

        Decided decided = decisions.compile(DISCOUNT).evaluate(given);

        assertThat(decided.rows()).extracting(MatchedRow::row).containsExactly(1);
    }

    @Test
    void names_may_be_of_any_script() {
        String model = Dmn.model(
                Dmn.input("الإجمالي", "number"),
                Dmn.input("客户", "string"),
                Dmn.literal("décision №1", "if 客户 = \"王\" then الإجمالي * 2 else 0", "in---------", "in---")
                        .replace("in---------", "in-" + "الإجمالي".replaceAll("\\W", "-"))
                        .replace("#in---\"", "#in-" + "客户".replaceAll("\\W", "-") + "\""));

        Decided decided = decisions.compile(model).evaluate(Map.of("الإجمالي", 4, "客户", "王"));

        assertThat(decided.problems()).isEmpty();
        assertThat(decided.values()).containsEntry("décision №1", new BigDecimal(8));
    }

    @Test
    void a_cell_that_can_never_fit_its_column_is_found_when_it_is_written() {
        String model = tableOf("UNIQUE", "size: number", "price: number", "\"big\" | \"much\"");

        assertThat(decisions.check(model))
                .extracting(problem -> problem.message(Locale.ENGLISH))
                .containsExactly(
                        "'Answer', row 1, column 'size': A string stands where the column is a number.",
                        "'Answer', row 1, column 'price': A string stands where the column is a number.");
    }

    @Test
    void a_name_that_nothing_gives_a_value_to_is_found() {
        String model = tableOf("UNIQUE", "size: number", "price: number", "< limit | 1");

        assertThat(decisions.check(model)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-name");
            assertThat(problem.place().element()).isEqualTo("cell-1-1");
            assertThat(problem.message(Locale.ENGLISH)).contains("'limit'");
        });
    }

    private static String tableOf(String policy, String input, String output, String... rows) {
        String name = input.replaceFirst(":.*", "");
        return Dmn.model(
                Dmn.input(name, input.replaceFirst(".*: ", "")),
                Dmn.decision("Answer", Dmn.table(policy, List.of(input), List.of(output), rows), "in-" + name));
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return IntStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static List<String> words(Decided decided) {
        return decided.problems().stream()
                .map(problem -> problem.message(Locale.ENGLISH))
                .toList();
    }
}
