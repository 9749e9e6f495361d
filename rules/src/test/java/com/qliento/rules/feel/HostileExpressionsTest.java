package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author who means harm may write. Each of these did harm with the library alone. */
class HostileExpressionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Expressions expressions = new Expressions();
    private final Map<String, Object> values = new HashMap<>(Map.of(
            "answer", "Hello", "size", new BigDecimal(3), "message", "x".repeat(4_000), "tags", List.of("vip", "new")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer.getClass",
                "answer.getClass.getName",
                "answer.getBytes",
                "answer.length",
                "(answer).getClass.getName",
                "{a: answer}.a.getClass",
                "size.toBigInteger",
                "{f: date}.f",
                "contains"
            })
    void a_dot_never_calls_java(String feel) {
        assertThat(expressions.compile(feel).evaluate(values)).isNull();
    }

    @Test
    void elements_of_a_list_open_no_java_either() {
        assertThat(expressions.compile("tags.getClass").evaluate(values))
                .asString()
                .isEqualTo("[null, null]");
        assertThat(expressions.compile("tags[getClass != null]").evaluate(values))
                .isEqualTo(List.of());
    }

    @Test
    void the_lists_of_the_caller_stay_as_they_are() {
        var tags = new ArrayList<>(List.of("vip"));
        values.put("tags", tags);

        var unused = expressions.compile("{a: tags.clear, b: tags}.b.clear").evaluate(values);

        assertThat(tags).containsExactly("vip");
    }

    @Test
    void a_pattern_reads_no_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "secret");
        String feel = "replace(\"a\", \"a\", \"b\", \"i') || unparsed-text('" + file.toUri() + "') || string('\")";

        assertThatThrownBy(() -> expressions.compile(feel))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining("flags");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "string(\"%999999999d\", 1) ~ string-mask",
                "(for i in 1..30 return partial) ~ partial",
                "{a: 1}...a ~ descendants",
                "floor(1e900000000) ~ number-too-large",
                "count(for i in 1e900000000..1 return 1) ~ number-too-large",
                "matches(answer, \"a\", answer) ~ pattern-flags",
            })
    void what_explodes_is_refused_with_its_reason(String feel, String code) {
        assertThatThrownBy(() -> expressions.compile(feel))
                .isInstanceOfSatisfying(
                        InvalidExpression.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:message,b:a+a,c:b+b,d:c+c,e:d+d,f:e+e,g:f+f,h:g+g,i:h+h,j:i+i,k:j+j,l:k+k,m:l+l,n:m+m,o:n+n}.o",
                "count(for i in 1..1000, j in 1..1000 return message)",
                "{r: [1..90000000], c: count(for x in r return 1)}.c",
                "10 ** 6000 * 10 ** 6000",
                "floor(number(\"1e9000\"))",
            })
    void what_grows_too_large_is_stopped_and_says_so(String feel) {
        var evaluation =
                assertTimeoutPreemptively(SOON, () -> expressions.compile(feel).evaluateReporting(values));

        assertThat(evaluation.value()).isNull();
        assertThat(evaluation.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "a in ", "a.b", "in =a.1", "some x in a satisfies a|b.1+", "a.b+", "-", "(", "]"})
    void no_source_keeps_the_parser_busy(String piece) {
        assertTimeoutPreemptively(SOON, () -> {
            expressions.check(piece.repeat(29) + "1", Set.of());
            expressions.check(piece.repeat(1_990 / piece.length()), Set.of());
        });
    }

    @Test
    void a_slow_pattern_ends_where_its_shape_did_not_betray_it() {
        var slow = expressions.compile("matches(message, \"(.*).*.*.*=\")");

        assertThat(assertTimeoutPreemptively(SOON, () -> slow.test(values))).isFalse();
    }

    @Test
    void a_value_named_as_a_function_is_a_value_and_the_function_stays() {
        values.put("count", new BigDecimal(7));

        assertThat(expressions.compile("count + count(tags)").evaluate(values)).isEqualTo(new BigDecimal(9));
    }

    @Test
    void problems_never_quote_a_value() {
        values.put("answer", "Anna Muster");

        for (String feel : List.of("-answer", "date(answer)", "answer > 3", "number(answer)", "tags[answer].x")) {
            assertThat(expressions.compile(feel).evaluateReporting(values).problems())
                    .noneMatch(problem -> problem.contains("Anna"));
        }
    }

    @Test
    void values_that_can_not_be_fetched_are_not_taken_for_missing() {
        var broken = new AbstractMap<String, Object>() {
            @Override
            public Object get(Object name) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Set.of();
            }
        };

        assertThatThrownBy(() -> expressions.compile("not(answer = \"x\")").test(broken))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> expressions.compile("contact.name").evaluate(Map.of("contact", broken)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_locale_of_the_machine_changes_nothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(expressions.compile("upper case(\"title\")").evaluate(Map.of()))
                    .isEqualTo("TITLE");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void properties_of_elements_in_a_filter_are_not_reported_as_unknown() {
        assertThat(expressions.check("orders[open = true]", Set.of("orders"))).isEmpty();
        assertThat(expressions.compile("orders[open = true]").names()).contains("open");
    }
}
