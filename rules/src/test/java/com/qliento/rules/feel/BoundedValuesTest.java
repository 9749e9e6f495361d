package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression builds on its way, and what it comes to, is bounded in characters and elements. */
class BoundedValuesTest {

    private static final long MEGABYTES = 1_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Expressions expressions = new Expressions();
    private final Map<String, Object> values = new HashMap<>(Map.of(
            "v",
            "x".repeat(4_000),
            "long",
            "y".repeat(24_000),
            "many",
            new ArrayList<>(Collections.nCopies(4_900, "a")),
            "n",
            new BigDecimal("1E+6000")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v+v+v+v+v+v+v+v+v+v+v+v+v+v",
                "count(for i in 1..70, j in 1..70 return v+v+v+v+v+v+v+v+v+v)",
                "for i in 1..70, j in 1..70 return v+v+v+v+v+v+v+v+v+v",
                "for i in 1..70 return for j in 1..70 return {a: v+v+v+v+v+v+v+v}",
                "some x in [v] satisfies count(for i in 1..1000 return v+v+v+v+v+v+v+v+v+v) = 1",
                "(for i in 1..70, j in 1..70 return v+v+v+v+v+v+v+v+v+v)[1]",
                "for i in 1..1000 return v",
                "string join(many, long)",
                "string join(list: many, delimiter: long)",
                "replace(long, \"y\", v)",
                "replace(long, \"(y+)\", \"$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1\")",
                "string(for i in 1..1000 return n)",
                "count(for i in 1..1000 return upper case(v + v))",
                "count(for i in 1..1000 return append(many, i))",
                "count(for i in 1..100 return split(long, \"\"))",
                "[long, long, long]",
                "{a: long, b: long, c: long}",
                "{a: [{b: long}], c: [{b: long}], d: [{b: long}]}",
            })
    void what_grows_is_stopped_before_it_takes_the_memory(String feel) {
        var expression = expressions.compile(feel);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

        var evaluation = expression.evaluateReporting(values);

        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(evaluation.value()).isNull();
        assertThat(evaluation.problems()).anyMatch(problem -> problem.contains("stopped"));
        assertThat(taken / MEGABYTES).as("megabytes").isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count([1..90000000])",
                "string([1..90000000])",
                "list contains([1..90000000], 5)",
                "concatenate([1..90000000], [1..90000000])",
                "distinct values([1..90000000])",
                "flatten([1..90000000])",
                "[1..90000000][item > 5]",
                "sum([1..90000000])",
            })
    void a_long_range_never_becomes_a_list(String feel) {
        var expression = expressions.compile(feel);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

        var unused = expression.evaluateReporting(values);

        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(taken / MEGABYTES).as("megabytes").isLessThan(100);
    }

    @Test
    void what_stays_within_the_bounds_is_worked_out_as_ever() {
        assertThat(expressions.compile("string length(v+v+v+v+v+v+v+v+v+v)").evaluate(values))
                .isEqualTo(new BigDecimal(40_000));
        assertThat(expressions.compile("(for i in 1..1000 return v)[3]").evaluate(values))
                .isEqualTo(values.get("v"));
        assertThat(expressions
                        .compile("string length(string join(for x in many return x + x, \", \"))")
                        .evaluate(values))
                .isEqualTo(new BigDecimal(4_900 * 4 - 2));
        assertThat(expressions.compile("1 + 2").evaluate(values)).isEqualTo(new BigDecimal(3));
        assertThat(expressions
                        .compile("date(\"2026-01-31\") + duration(\"P1D\")")
                        .evaluate(values))
                .hasToString("2026-02-01");
        assertThat(expressions.compile("\"a\" + null").evaluate(values)).isNull();
        assertThat(expressions.compile("null + 1").evaluateReporting(values).problems())
                .isEqualTo(expressions.compile("null - 1").evaluateReporting(values).problems().stream()
                        .map(problem -> problem.replace('-', '+'))
                        .toList());
    }

    @Test
    void whoever_wants_the_value_is_told_which_expression_was_stopped_and_by_what() {
        var expression = expressions.compile("long + long + long");

        assertThatThrownBy(() -> expression.evaluate(values))
                .isInstanceOfSatisfying(StoppedExpression.class, stopped -> assertThat(stopped.code())
                        .isEqualTo("size"))
                .hasMessageContaining("long + long + long")
                .hasMessageContaining("50000")
                .hasMessageNotContaining("yyy");
    }

    @Test
    void a_text_of_many_values_is_no_longer_than_one_value_may_be() {
        var text = TextTemplate.compile(expressions, "{{ long }}".repeat(3));

        assertThatThrownBy(() -> text.render(values)).isInstanceOf(StoppedExpression.class);
        assertThat(TextTemplate.compile(expressions, "{{ long }}{{ long }}").render(values))
                .hasSize(48_000);
    }

    @Test
    void a_list_shown_in_a_text_is_bounded_too() {
        values.put("list", List.of(values.get("n"), values.get("n"), values.get("many")));

        assertThat(TextTemplate.compile(expressions, "{{ list }}")
                        .render(values)
                        .length())
                .isLessThan(50_000);
        values.put("list", Collections.nCopies(4_900, values.get("n")));
        assertThatThrownBy(() -> TextTemplate.compile(expressions, "{{ list }}").render(values))
                .isInstanceOf(StoppedExpression.class);
    }
}
