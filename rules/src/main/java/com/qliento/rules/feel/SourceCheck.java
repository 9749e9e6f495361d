package com.qliento.rules.feel;

import java.util.Set;
import java.util.regex.Pattern;

/** Refuses before parsing what the parser itself may choke on, and what is another language. */
public final class SourceCheck {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 30;
    /** The parser's time grows with the third power of the names in one path. */
    private static final int LONGEST_PATH = 20;

    private static final Pattern PATH =
            Pattern.compile("(?:\\.[^.\"(){}\\[\\],+*/<>=-]*+){" + (LONGEST_PATH + 1) + "}");
    private static final Pattern JUEL = Pattern.compile("[$#]\\{");
    private static final Pattern WORD = Pattern.compile("\\b(?:if|for|some|every|function|not|else)\\b");
    private static final Set<Integer> OPENING = Set.of((int) '(', (int) '[', (int) '{');
    private static final Set<Integer> CLOSING = Set.of((int) ')', (int) ']', (int) '}');

    private SourceCheck() {}

    public static void check(String feel) {
        if (feel.isBlank()) {
            throw refused("empty", "The expression is empty. Write one, such as answer = \"yes\".");
        }
        if (feel.length() > LONGEST) {
            throw refused(
                    "too-long",
                    "The expression has more than " + LONGEST + " characters. Split it into several steps.");
        }
        if (JUEL.matcher(feel).find()) {
            throw refused(
                    "other-language",
                    "${...} and #{...} are another expression language. Write FEEL without them, such as answer = \"yes\".");
        }
        if (PATH.matcher(feel).find()) {
            throw refused("path-too-long", "More than " + LONGEST_PATH + " names are joined by dots.");
        }
        if (depth(feel) > DEEPEST
                || WORD.matcher(feel).results().count() > DEEPEST
                || feel.contains("-".repeat(DEEPEST))) {
            throw refused("too-deep", "The expression is nested too deeply. Split it into several steps.");
        }
    }

    private static int depth(String feel) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < feel.length(); i++) {
            int c = feel.charAt(i);
            if (c == '"' && (i == 0 || feel.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && OPENING.contains(c)) {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && CLOSING.contains(c)) {
                depth--;
            }
        }
        return deepest;
    }

    private static InvalidExpression refused(String code, String message) {
        return new InvalidExpression(ExpressionProblem.error(code, 1, 1, message));
    }
}
