package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table and what its model says of the same values. */
class TypesTogetherTest {

    private final Decisions decisions = new Decisions();

    @Test
    void a_column_of_another_type_than_what_it_asks_about_is_found() {
        List<DecisionProblem> problems =
                decisions.check(model("string", "", table("FIRST", "number", "fee: number", ">= 18 | 10", "- | 5")));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("types-input");
            assertThat(problem.error()).isTrue();
            assertThat(problem.place().element()).isEqualTo("column-age");
            assertThat(problem.message(Locale.ENGLISH)).contains("'age'", "string", "number");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST        | fee: number                | string | types-result",
                "FIRST        | fee: number, note: string  | string | types-parts",
                "COLLECT      | fee: number                | number | types-list",
                "RULE ORDER   | fee: string                | string | types-list",
                "COLLECT COUNT| fee: string                | string | types-result",
            })
    void a_result_of_another_kind_than_the_table_gives_is_found(
            String policy, String outputs, String said, String code) {
        String cells = outputs.contains(",") ? "- | 1 | \"a\"" : outputs.contains("string") ? "- | \"a\"" : "- | 1";

        var problems = decisions.check(model("number", said, table(policy, "number", outputs, cells)));

        assertThat(problems).extracting(DecisionProblem::code).contains(code);
        assertThat(problems).filteredOn(DecisionProblem::error).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST         | fee: number               | number",
                "FIRST         | fee: number               | Any",
                "FIRST         | fee: number               | ''",
                "FIRST         | fee: tFee                 | number",
                "FIRST         | fee: number               | tFee",
                "FIRST         | fee: number, note: string | tBoth",
                "COLLECT       | fee: number               | tFees",
                "COLLECT COUNT | fee: number               | number",
                "COLLECT SUM   | fee: number               | number",
            })
    void what_fits_together_is_no_problem(String policy, String outputs, String said) {
        String cells = outputs.contains(",") ? "- | 1 | \"a\"" : "- | 1";

        assertThat(decisions.check(model("number", said, table(policy, "number", outputs, cells))))
                .isEmpty();
    }

    @Test
    void the_names_that_programs_write_for_one_type_are_that_type() {
        String model = model("dateTime", "", table("FIRST", "date and time", "fee: number", "- | 1"));

        assertThat(decisions.check(model)).extracting(DecisionProblem::code).doesNotContain("types-input");
    }

    private static String table(String policy, String column, String outputs, String... rows) {
        return Dmn.table(policy, List.of("age: " + column), List.of(outputs.split(", ")), rows)
                .replace("\"RULE\" aggregation=\"ORDER\"", "\"RULE ORDER\"");
    }

    private static String model(String input, String result, String table) {
        String decision = Dmn.decision("fee", table, "in-age");
        return Dmn.model(
                "<itemDefinition name=\"tFee\"><typeRef>number</typeRef></itemDefinition>",
                "<itemDefinition name=\"tFees\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>",
                "<itemDefinition name=\"tBoth\"><itemComponent name=\"fee\"><typeRef>number</typeRef></itemComponent>"
                        + "<itemComponent name=\"note\"><typeRef>string</typeRef></itemComponent></itemDefinition>",
                Dmn.input("age", input),
                result.isEmpty()
                        ? decision
                        : decision.replace(
                                "<variable name=\"fee\"/>", "<variable name=\"fee\" typeRef=\"" + result + "\"/>"));
    }
}
