package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final Map<String, Object> VALUES = Map.of(
            "answer",
            "Hello",
            "choice",
            "2-prices",
            "size",
            new BigDecimal(3),
            "contact",
            Map.of("name", "Ann", "tags", List.of("vip", "new")));

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer = \"Hello\"",
                "choice = \"2-prices\" or choice = null",
                "size > 2 and size <= 3",
                "contact.name = \"Ann\"",
                "list contains(contact.tags, \"vip\")",
                "some t in contact.tags satisfies t = \"new\"",
                "string length(answer) = 5",
                "lower case(answer) in (\"hi\", \"hello\")",
                "count(contact.tags[item != \"vip\"]) = 1",
                "matches(answer, \"^H[a-z]+$\")",
                "count(for i in 1..10 return i * size) = 10",
                "if size = 3 then true else false",
                "{a: size, b: a + 1}.b = 4",
                "missing = null",
                "date(\"2026-05-08\") > date(\"2026-05-07\")",
                "not(contains(answer, \"x\"))",
            })
    void an_expression_of_business_users_holds(String feel) {
        assertThat(expressions.compile(feel).test(VALUES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"answer", "size", "missing", "missing > 3", "answer > 3", "null"})
    void only_true_passes_a_test(String feel) {
        assertThat(expressions.compile(feel).test(VALUES)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } } ~ function-definition",
                "{f: function(x) x + 1}.f(2) ~ unknown-function",
                "answer.class ~ reaches-java",
                "contact.name.class.classLoader ~ reaches-java",
                "[answer][1].class ~ reaches-java",
                "answer.getClass() ~ unknown-function",
                "invoke(answer) ~ unknown-function",
                "get value(contact, \"class\") ~ unknown-function",
                "now(1) ~ time",
                "today(\"UTC\") > date(\"2020-01-01\") ~ time",
                "${answer} ~ other-language",
                "#{answer} ~ other-language",
                "count(for i in 1..1001 return 1) ~ ok",
                "count(for i in 1..1002 return 1) ~ range-too-long",
                "count(for i in 1..size return 1) ~ range-not-literal",
                "count(for a in tags, b in tags, c in tags return 1) ~ too-many-loops",
                "every a in tags satisfies some b in tags satisfies some c in tags satisfies true ~ too-many-loops",
                "matches(answer, \"(a+)+$\") ~ pattern-too-slow",
                "matches(answer, \"(a|aa)+$\") ~ pattern-too-slow",
                "matches(answer, pattern) ~ pattern-not-literal",
                "split(answer, \"[\") ~ pattern-invalid",
                "answer = ~ syntax",
                "(answer ~ syntax",
                "contact.tags contains \"vip\" ~ syntax",
            })
    void what_reaches_java_or_may_never_end_is_refused_with_its_reason(String feel, String code) {
        var problems = expressions.check(feel, Set.of("answer", "contact", "size", "tags", "pattern"));

        assertThat(problems.stream().map(ExpressionProblem::code).findFirst().orElse("ok"))
                .isEqualTo(code);
    }

    @Test
    void an_empty_expression_is_refused() {
        assertThatThrownBy(() -> expressions.compile("  "))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining("empty");
    }

    @Test
    void deep_nesting_is_refused_before_it_can_overflow_the_stack() {
        assertThatThrownBy(() -> expressions.compile("(".repeat(900) + "1" + ")".repeat(900)))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void a_syntax_error_names_its_place() {
        assertThatThrownBy(() -> expressions.compile("answer = \"x\"\nand and size"))
                .isInstanceOfSatisfying(
                        InvalidExpression.class,
                        invalid -> assertThat(invalid.problem().line()).isEqualTo(2));
    }

    @Test
    void names_that_nothing_gives_are_pointed_out_but_compile() {
        var problems = expressions.check("contact.name = nme", Set.of("contact"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.error()).isFalse();
            assertThat(problem.message()).contains("'nme'");
            assertThat(problem.column()).isEqualTo(16);
        });
    }

    @Test
    void only_the_names_that_are_used_are_asked_for() {
        var asked = new HashSet<String>();
        var lazy = new AbstractMap<String, Object>() {
            @Override
            public Object get(Object name) {
                asked.add(String.valueOf(name));
                return "x";
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new AssertionError("all values were read");
            }
        };

        expressions
                .compile("answer = choice and (for t in [1] return t)[1] = 1")
                .test(lazy);

        assertThat(asked).containsExactlyInAnyOrder("answer", "choice");
    }

    @Test
    void why_a_value_is_missing_can_be_asked() {
        var evaluation = expressions.compile("-answer").evaluateReporting(VALUES);

        assertThat(evaluation.value()).isNull();
        assertThat(evaluation.problems()).isNotEmpty();
    }

    @Test
    void results_are_plain_java_values() {
        assertThat(expressions.compile("size * 2").evaluate(VALUES)).isEqualTo(new BigDecimal(6));
        assertThat(expressions.compile("contact.tags").evaluate(VALUES)).isEqualTo(List.of("vip", "new"));
        assertThat(expressions.compile("upper case(answer)").evaluate(VALUES)).isEqualTo("HELLO");
    }

    @Property(tries = 300)
    void whatever_is_written_is_compiled_or_refused(@ForAll @StringLength(max = 60) String feel) {
        try {
            expressions.compile(feel).evaluate(new HashMap<>());
        } catch (InvalidExpression refused) {
            assertThat(refused.problem().message()).isNotBlank();
        }
    }

    @Test
    void some_and_every_go_through_a_range() {
        assertThat(expressions.compile("some i in 1..5 satisfies i = 3").evaluate(Map.of()))
                .isEqualTo(true);
        assertThat(expressions.compile("every i in 1..5 satisfies i < 5").evaluate(Map.of()))
                .isEqualTo(false);
        assertThat(expressions.compile("some i in [1..5] satisfies i = 5").evaluate(Map.of()))
                .isEqualTo(true);
        assertThat(expressions.compile("every i in 5..1 satisfies i > 1").evaluate(Map.of()))
                .isEqualTo(false);
    }
}
