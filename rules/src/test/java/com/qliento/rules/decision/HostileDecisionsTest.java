package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author who means harm may write, or a program that went wrong. */
class HostileDecisionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Decisions decisions = new Decisions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'' ~ not-xml",
                "<definitions ~ not-xml",
                "<html/> ~ not-dmn",
                "<definitions xmlns='urn:other'/> ~ not-dmn",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><definitions/> ~ doctype",
                "<?xml version='1.0' encoding='UTF-7'?><a/> ~ not-dmn"
            })
    void a_file_that_is_no_model_is_refused(String file, String code) {
        assertThat(codes(file)).containsExactly(code);
    }

    @Test
    void java_is_refused_however_it_is_asked_for() {
        String boxed = Dmn.model("""
                <businessKnowledgeModel id="b" name="b"><variable name="b"/><encapsulatedLogic kind="Java">
                <context><contextEntry><variable name="class"/><literalExpression><text>"java.lang.Math"</text>
                </literalExpression></contextEntry><contextEntry><variable name="method signature"/><literalExpression>
                <text>"cos(double)"</text></literalExpression></contextEntry></context></encapsulatedLogic>
                </businessKnowledgeModel>""");

        assertThat(codes(boxed)).contains("external-function");
        assertThat(
                        codes(
                                Dmn.model(
                                        Dmn.literal(
                                                "a",
                                                "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"cos(double)\"}}, r: f(1)}.r"))))
                .containsExactly("feel.function-definition");
        assertThat(codes(Dmn.model(Dmn.literal("a", "\"x\".getClass().forName(\"java.lang.Runtime\")"))))
                .isNotEmpty();
        assertThat(codes(Dmn.model(Dmn.input("x", "string"), Dmn.literal("a", "x.getClass", "in-x"))))
                .containsExactly("unknown-name");
        assertThat(decisions
                        .compile(Dmn.model(Dmn.input("x", "Any"), Dmn.literal("a", "x.getClass", "in-x")))
                        .evaluate(Map.of("x", "y"))
                        .values()
                        .get("a"))
                .isNull();
    }

    @Test
    void a_model_uses_no_other_file() {
        String model = Dmn.model(
                "<import name=\"other\" namespace=\"urn:other\" locationURI=\"file:///etc/passwd\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>",
                Dmn.literal("a", "1"));

        assertThat(codes(model)).contains("import");
    }

    @Test
    void attributes_that_name_classes_are_left_out() {
        String model = Dmn.model(Dmn.literal("a", "1"))
                .replace(
                        "<decision ", "<decision class=\"java.util.PriorityQueue\" resolves-to=\"javax.imageio.spi\" ");

        assertThat(decisions.compile(model).evaluate(Map.of()).values()).containsKey("a");
    }

    @Test
    void a_circle_of_decisions_is_named() {
        String model = Dmn.model(Dmn.literal("a", "b", "b"), Dmn.literal("b", "c", "c"), Dmn.literal("c", "a", "a"));

        assertThat(decisions.check(model))
                .extracting(problem -> problem.message(Locale.ENGLISH))
                .containsExactly(
                        "These decisions need each other in a circle: a → b → c → a. Remove one of the connections.");
    }

    @Test
    void types_in_a_circle_are_refused() {
        String model = Dmn.model(
                "<itemDefinition name=\"a\"><itemComponent name=\"x\"><typeRef>b</typeRef></itemComponent></itemDefinition>",
                "<itemDefinition name=\"b\"><itemComponent name=\"y\"><typeRef>a</typeRef></itemComponent></itemDefinition>",
                Dmn.literal("d", "1"));

        assertTimeoutPreemptively(SOON, () -> assertThat(codes(model)).contains("type-circle"));
    }

    @Test
    void a_table_of_100_000_rows_is_refused() {
        String model = Dmn.model(
                Dmn.input("size", "number"),
                Dmn.decision(
                        "Answer",
                        Dmn.table(
                                "UNIQUE",
                                List.of("size: number"),
                                List.of("price: number"),
                                IntStream.range(0, 100_000)
                                        .mapToObj(i -> i + " | " + i)
                                        .toArray(String[]::new)),
                        "in-size"));

        assertTimeoutPreemptively(
                SOON, () -> assertThat(codes(model)).hasSize(1).containsAnyOf("too-large", "too-many-rows"));
    }

    @Test
    void a_file_nested_a_thousand_deep_is_refused() {
        String model =
                Dmn.model("<decision name=\"a\">" + "<list>".repeat(1_000) + "</list>".repeat(1_000) + "</decision>");

        assertThat(codes(model)).containsExactly("too-large");
    }

    @Test
    void a_thousand_decisions_in_a_row_are_decided_or_refused_but_never_break() {
        String chain = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        i == 0 ? Dmn.literal("d0", "1") : Dmn.literal("d" + i, "d" + (i - 1) + " + 1", "d" + (i - 1)))
                .collect(Collectors.joining());

        assertTimeoutPreemptively(SOON, () -> {
            Decided decided = decisions.compile(Dmn.model(chain)).evaluate(Map.of());
            assertThat(decided.values().size() == 1_000 || decided.failed()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..n return i",
                "for i in 1..n, j in 1..n return i * j",
                "count(for i in 1..n return \"x\")",
                "some i in 1..n satisfies i < 0",
                "every i in 1..n satisfies i > 0",
                "sum(for i in 1..n return sum(for j in 1..n return j))"
            })
    void what_would_run_for_ever_is_stopped_and_told(String feel) {
        DecisionModel model = decisions.compile(Dmn.model(Dmn.input("n", "number"), Dmn.literal("a", feel, "in-n")));

        assertTimeoutPreemptively(SOON, () -> {
            Decided decided = model.evaluate(Map.of("n", 1_000_000_000));
            assertThat(decided.values()).isEmpty();
            assertThat(decided.problems()).singleElement().satisfies(problem -> assertThat(problem.code())
                    .isIn("stopped.steps", "stopped.time", "stopped.size"));
        });
    }

    @Test
    void a_function_that_calls_itself_for_ever_is_stopped() {
        DecisionModel model = decisions.compile(
                Dmn.model(Dmn.function("again", "x", "again(x + 1)"), Dmn.literal("a", "again(1)", "bkm-again")));

        Decided decided = assertTimeoutPreemptively(SOON, () -> model.evaluate(Map.of()));

        assertThat(decided.problems()).extracting(DecisionProblem::code).contains("stopped.depth");
        assertThat(decided.values()).isEmpty();
    }

    @Test
    void a_function_that_calls_itself_twice_each_time_is_stopped() {
        DecisionModel model = decisions.compile(Dmn.model(
                Dmn.function("twice", "x", "if x > 40 then 1 else twice(x + 1) + twice(x + 1)"),
                Dmn.literal("a", "twice(1)", "bkm-twice")));

        Decided decided = assertTimeoutPreemptively(SOON, () -> model.evaluate(Map.of()));

        assertThat(decided.failed()).isTrue();
        assertThat(decided.values()).isEmpty();
    }

    @Test
    void a_text_that_doubles_from_decision_to_decision_is_stopped() {
        String chain = IntStream.range(0, 60)
                .mapToObj(i -> i == 0
                        ? Dmn.literal("d0", "\"xxxxxxxxxx\"")
                        : Dmn.literal("d" + i, "d" + (i - 1) + " + d" + (i - 1), "d" + (i - 1)))
                .collect(Collectors.joining());

        Decided decided = assertTimeoutPreemptively(
                SOON, () -> decisions.compile(Dmn.model(chain)).evaluate(Map.of()));

        assertThat(decided.problems()).extracting(DecisionProblem::code).contains("stopped.size");
    }

    @Test
    void a_context_that_doubles_from_decision_to_decision_is_stopped() {
        String chain = IntStream.range(0, 40)
                .mapToObj(i -> i == 0
                        ? Dmn.literal("d0", "1")
                        : Dmn.literal("d" + i, "{a: d" + (i - 1) + ", b: d" + (i - 1) + "}", "d" + (i - 1)))
                .collect(Collectors.joining());

        Decided decided = assertTimeoutPreemptively(
                SOON, () -> decisions.compile(Dmn.model(chain)).evaluate(Map.of()));

        assertThat(decided.problems()).extracting(DecisionProblem::code).contains("stopped.size");
    }

    @Test
    void a_boxed_loop_over_a_range_is_stopped() {
        String loop = """
                <for iteratorVariable="i"><in><literalExpression><text>[1..n]</text></literalExpression></in>
                <return><literalExpression><text>i + 1</text></literalExpression></return></for>""";
        DecisionModel model = decisions.compile(Dmn.model(Dmn.input("n", "number"), Dmn.decision("a", loop, "in-n")));

        Decided decided = assertTimeoutPreemptively(SOON, () -> model.evaluate(Map.of("n", 1_000_000_000)));

        assertThat(decided.problems()).extracting(DecisionProblem::code).containsAnyOf("stopped.steps", "stopped.time");
    }

    @Test
    void values_that_are_too_large_are_not_decided_about() {
        DecisionModel model =
                decisions.compile(Dmn.model(Dmn.input("list", "Any"), Dmn.literal("a", "count(list)", "in-list")));

        assertThat(model.evaluate(Map.of("list", Collections.nCopies(1_000_000, 1)))
                        .problems())
                .extracting(DecisionProblem::code)
                .containsExactly("inputs-too-large");
    }

    @Test
    void no_problem_quotes_a_value() {
        DecisionModel model = decisions.compile(Dmn.model(
                Dmn.input("secret", "string"),
                Dmn.literal("a", "number(secret)", "in-secret"),
                Dmn.literal("b", "secret / 2", "in-secret"),
                Dmn.literal("c", "date(secret).year", "in-secret")));

        Decided decided = model.evaluate(Map.of("secret", "Ana-Maria-0712"));

        assertThat(decided.problems()).isNotEmpty();
        assertThat(decided.problems().toString() + decided).doesNotContain("Ana");
    }

    private List<String> codes(String dmn) {
        return decisions.check(dmn).stream().map(DecisionProblem::code).toList();
    }
}
