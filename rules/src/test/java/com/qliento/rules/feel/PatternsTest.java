package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which patterns are taken: all but those whose repetitions can take the same text in many ways. */
class PatternsTest {

    private static final String ATOMS = "abab.";
    private static final int PROPERTY_TRIES = 3_000;

    /** Twice the text may cost 2^9 times the looks, as for nine repetitions beside each other; doubling would be 2^14. */
    private static final int MOST_GROWTH = 512;

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+[.][a-zA-Z]{2,}",
                "([0-9]{1,3}[.]){3}[0-9]{1,3}",
                "^[+]?[(]?[0-9]{1,4}[)]?([ -][0-9]{1,4}){1,5}$",
                "([a-z]+,)*[a-z]+",
                "(ab|cd)+",
                "(yes|no|maybe)+",
                "([A-Z]{2}[0-9]{4}){12}",
                "(([0-9]{4}-){3}){4}",
                "[a-z]*[a-z]*",
                "(a|b)*c",
                "(ab*c)*",
                "^(?:[a-z0-9]+[.])*[a-z]+$",
                "(?i)[a-z]+ [0-9]+",
                "[0-9]{1,30}",
                "(x+y)+z{3,5}",
                "(?=[a-z])[a-z0-9]{8,20}",
                "[[a-c]&&[b-d]]+[0-9]+",
                "[]a]+"
            })
    void a_harmless_pattern_is_taken(String pattern) {
        assertThat(expressions.check("matches(answer, \"" + pattern + "\")", Set.of("answer")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a*)*",
                "(a|a)*",
                "([a-c]|[b-d])+",
                "(a|ab|b)*c",
                "([a-z]+[ ]?)*",
                "(a?b?)*c",
                "(.*a)*b",
                "([0-9]{1,30}){1,30}",
                "(a|a){30}",
                "(?:(?:a+)+)b",
                "x(?=(a+)+b)",
                "((a{1,3}){9}){9}",
                "(){2000000000}",
                "(a?){2000000000}",
                "((a?){100}){100}",
                "(a|[^b])*c",
                "([a-z0-9]+)*@"
            })
    void a_pattern_that_takes_the_same_text_in_many_ways_is_refused(String pattern) {
        assertThatThrownBy(() -> expressions.compile("matches(answer, \"" + pattern + "\")"))
                .isInstanceOfSatisfying(
                        InvalidExpression.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("pattern-too-slow"));
    }

    @Test
    void flags_count_where_they_make_two_letters_one() {
        assertThat(expressions.check("matches(answer, \"(a|A)*b\")", Set.of("answer")))
                .isEmpty();
        assertThatThrownBy(() -> expressions.compile("matches(answer, \"(a|A)*b\", \"i\")"))
                .isInstanceOf(InvalidExpression.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((((((((((((((((((a{10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}",
                "(a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|0|1|2|3|4|5|6|7|8|9|A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z|-|_|,|;|:|!|%|&|<|>|=|'|`|~|@|#|/| )*"
            })
    void a_verdict_comes_soon(String pattern) {
        long before = ProcessorTime.ofThisThread();

        expressions.check("matches(answer, \"" + pattern + "\")", Set.of());

        assertThat(ProcessorTime.ofThisThread() - before).isLessThan(3_000_000_000L);
    }

    /** Whatever is taken ends by itself on short texts: looks grow with a power of the length, never double with it. */
    @Test
    void what_is_taken_needs_few_looks_at_a_text_that_almost_fits() {
        var random = new Random(14);
        var slow = new ArrayList<String>();
        int taken = 0;
        for (int i = 0; i < PROPERTY_TRIES; i++) {
            var pattern = pattern(random, 3);
            if (PatternAmbiguity.of(pattern, 0)) {
                continue;
            }
            taken++;
            for (var piece : List.of("a", "ab", "b", "aab")) {
                long half = looks(pattern + "$", piece.repeat(14 / piece.length()) + "!");
                long whole = looks(pattern + "$", piece.repeat(28 / piece.length()) + "!");
                if (whole > 300_000 && whole > half * MOST_GROWTH) {
                    slow.add(pattern + " looks " + whole + " times after " + half);
                }
            }
        }

        assertThat(slow).isEmpty();
        assertThat(taken).isGreaterThan(PROPERTY_TRIES / 4);
    }

    private static String pattern(Random random, int depth) {
        var text = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            if (depth > 0 && random.nextInt(3) == 0) {
                text.append('(').append(pattern(random, depth - 1));
                if (random.nextBoolean()) {
                    text.append('|').append(pattern(random, depth - 1));
                }
                text.append(')');
            } else {
                text.append(ATOMS.charAt(random.nextInt(ATOMS.length())));
            }
            text.append(
                    List.of("", "", "", "*", "+", "?", "{2}", "{12}", "{1,15}").get(random.nextInt(9)));
        }
        return text.toString();
    }

    private static long looks(String pattern, String text) {
        var looks = new long[1];
        var counted = new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(int index) {
                if (++looks[0] > 1_000_000) {
                    throw new IllegalStateException("too many looks");
                }
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return text.subSequence(start, end);
            }
        };
        try {
            var unused = Pattern.compile(pattern).matcher(counted).find();
        } catch (IllegalStateException many) {
            return looks[0];
        }
        return looks[0];
    }

    @Test
    void patterns_of_one_expression_share_what_they_may_look_at() {
        var feel = "count(for i in 1..900 return matches(text, \"(.*).*.*.*=\"))";
        long before = ProcessorTime.ofThisThread();

        var evaluation = expressions.compile(feel).evaluateReporting(Map.of("text", "x".repeat(4_000)));

        assertThat(evaluation.value()).isNull();
        assertThat(evaluation.problems()).isNotEmpty();
        assertThat(ProcessorTime.ofThisThread() - before).isLessThan(3_000_000_000L);
    }
}
