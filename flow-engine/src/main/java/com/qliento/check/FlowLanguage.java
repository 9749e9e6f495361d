package com.qliento.check;

import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.Extent;
import com.qliento.rules.feel.InvalidExpression;
import com.qliento.rules.feel.NeverTrue;
import com.qliento.rules.feel.TextTemplate;
import com.qliento.secret.SecretText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * FEEL as the checker sees it. Texts no person writes are not even compiled; long or deep expressions {@link Expressions}
 * refuses itself.
 */
@Component
final class FlowLanguage {

    private static final int LONGEST_TEXT = 8_000;

    private final Expressions expressions;

    FlowLanguage(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Something wrong with an expression.
     *
     * @param unknown the name nothing in the flow gives, empty when it is something else and so an error
     * @param message a sentence with its place, to follow a colon
     */
    record Finding(String unknown, Phrase message) {

        boolean error() {
            return unknown.isEmpty();
        }
    }

    /**
     * What was found in a text.
     *
     * @param constantLength Unicode characters that are there whatever the expressions give; never too many
     * @param inserts the expressions in it
     */
    record Text(List<Finding> findings, int constantLength, List<TextTemplate.Insert> inserts) {}

    /** What is wrong with an expression that may use these names. */
    List<Finding> expression(String feel, Set<String> names) {
        return expressions.check(feel, names).stream().map(FeelWords::of).toList();
    }

    /** The parts of an expression that can't be true while these names hold text; none when it can't be read. */
    List<NeverTrue> neverTrue(String feel, Set<String> texts) {
        try {
            return expressions.compile(feel).neverTrue(texts);
        } catch (InvalidExpression saidElsewhere) {
            return List.of();
        }
    }

    /** How long the value of an expression is, as far as that is known; unknown when it can't be read. */
    Extent extent(String feel, Function<String, Extent> ofNames) {
        try {
            return expressions.compile(feel).extent(ofNames);
        } catch (InvalidExpression saidElsewhere) {
            return Extent.UNKNOWN;
        }
    }

    /** The names an expression uses; none when it can't be read. */
    Set<String> names(String feel) {
        try {
            return expressions.compile(feel).names();
        } catch (InvalidExpression saidElsewhere) {
            return Set.of();
        }
    }

    /**
     * What is wrong with a text with expressions in double braces, and how long it is at least. Secrets that it names are
     * as long as they are written, and no expressions.
     */
    Text text(String text, Set<String> names) {
        if (text.length() > LONGEST_TEXT) {
            return new Text(List.of(new Finding("", Said.of("feel.text-too-long", LONGEST_TEXT))), 0, List.of());
        }
        try {
            TextTemplate template =
                    TextTemplate.compile(expressions, SecretText.of(text).blanked());
            List<Finding> unknown = template.names().stream()
                    .filter(name -> !names.contains(name))
                    .map(FeelWords::unknown)
                    .toList();
            return new Text(unknown, template.constantLength() - pairs(text), template.inserts());
        } catch (InvalidExpression invalid) {
            return new Text(List.of(FeelWords.inBraces(invalid.problem())), 0, List.of());
        }
    }

    /** Java counts an emoji as two characters, WhatsApp as one. */
    private static int pairs(String text) {
        return text.length() - text.codePointCount(0, text.length());
    }
}
