package com.qliento.flow;

import com.qliento.rules.ExpressionProblem;
import com.qliento.rules.Expressions;
import com.qliento.rules.InvalidExpression;
import com.qliento.rules.TextTemplate;
import java.util.List;
import java.util.Set;

/**
 * FEEL as the checker sees it. Texts no person writes are not even compiled; long or deep expressions {@link Expressions}
 * refuses itself.
 */
final class FlowLanguage {

    private static final int LONGEST_TEXT = 8_000;

    private final Expressions expressions;

    FlowLanguage(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Something wrong with an expression.
     *
     * @param error false for a name nothing in the flow gives
     * @param message a sentence with its place, to follow a colon
     */
    record Finding(boolean error, String message) {}

    /**
     * What was found in a text.
     *
     * @param constantLength Unicode characters that are there whatever the expressions give; never too many
     */
    record Text(List<Finding> findings, int constantLength) {}

    /** What is wrong with an expression that may use these names. */
    List<Finding> expression(String feel, Set<String> names) {
        return expressions.check(feel, names).stream()
                .map(problem -> new Finding(problem.error(), placed("", problem)))
                .toList();
    }

    /** What is wrong with a text with expressions in double braces, and how long it is at least. */
    Text text(String text, Set<String> names) {
        if (text.length() > LONGEST_TEXT) {
            return new Text(tooLong(), 0);
        }
        try {
            TextTemplate template = TextTemplate.compile(expressions, text);
            List<Finding> unknown = template.names().stream()
                    .filter(name -> !names.contains(name))
                    .map(name -> new Finding(
                            false,
                            "Nothing gives a value to '" + Sentences.quote(name)
                                    + "'. Check how it is spelt, or keep an answer under it."))
                    .toList();
            return new Text(unknown, template.constantLength() - pairs(text));
        } catch (InvalidExpression invalid) {
            return new Text(List.of(new Finding(true, placed("braces at ", invalid.problem()))), 0);
        }
    }

    /** Java counts an emoji as two characters, WhatsApp as one. */
    private static int pairs(String text) {
        return text.length() - text.codePointCount(0, text.length());
    }

    private static String placed(String what, ExpressionProblem problem) {
        boolean placed = what.isEmpty() && problem.message().contains("column");
        return placed
                ? problem.message()
                : what + "line " + problem.line() + ", column " + problem.column() + ": " + problem.message();
    }

    private static List<Finding> tooLong() {
        return List.of(new Finding(
                true, "a text with its expressions has " + LONGEST_TEXT + " characters at most. Split it in two."));
    }
}
