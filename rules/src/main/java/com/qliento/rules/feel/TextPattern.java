package com.qliento.rules.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of an author. Looks at a limited number of characters in one call, so it always ends. */
final class TextPattern {

    private static final Map<Integer, Integer> FLAGS = Map.of(
            (int) 's', Pattern.DOTALL,
            (int) 'm', Pattern.MULTILINE,
            (int) 'i', Pattern.CASE_INSENSITIVE,
            (int) 'x', Pattern.COMMENTS);

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Throws {@link java.util.regex.PatternSyntaxException}; flags that {@link #knows} does not know are passed over. */
    static TextPattern of(String pattern, String flags) {
        return new TextPattern(Pattern.compile(pattern, bits(flags)));
    }

    /** Flags of FEEL's as Java has them. */
    static int bits(String flags) {
        return flags.chars()
                .map(flag -> FLAGS.getOrDefault(flag, 0))
                .reduce(Pattern.UNICODE_CASE, (all, one) -> all | one);
    }

    /** Whether these are flags of FEEL's: s, m, i and x. */
    static boolean knows(String flags) {
        return flags.chars().allMatch(FLAGS::containsKey);
    }

    boolean matches(String text, Budget budget) {
        return matcher(text, budget).find();
    }

    String replace(String text, String replacement, Budget budget) {
        Matcher matcher = matcher(text, budget);
        var result = new StringBuilder();
        long groups = replacement.chars().filter(one -> one == '$').count();
        while (matcher.find()) {
            ValueSize.requireRoomFor(result.length() + replacement.length() + groups * longestGroup(matcher));
            matcher.appendReplacement(result, replacement);
        }
        return matcher.appendTail(result).toString();
    }

    private static int longestGroup(Matcher matcher) {
        int longest = 0;
        for (int group = 0; group <= matcher.groupCount(); group++) {
            longest = Math.max(longest, matcher.end(group) - matcher.start(group));
        }
        return longest;
    }

    List<String> split(String text, Budget budget) {
        var parts = new ArrayList<String>();
        Matcher matcher = matcher(text, budget);
        int from = 0;
        while (matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private Matcher matcher(String text, Budget budget) {
        return pattern.matcher(new Counted(text, new Looks(budget)));
    }

    private static final class Looks {

        private static final int TOLD = 1_024;

        private final Budget budget;
        private int count;

        Looks(Budget budget) {
            this.budget = budget;
        }

        void one() {
            if (++count > Limits.PATTERN_STEPS) {
                throw EvaluationStopped.pattern();
            }
            if (count % TOLD == 0) {
                budget.looks(TOLD);
            }
        }
    }

    /** Shares its count with its parts. */
    private record Counted(CharSequence text, Looks looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            looks.one();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
