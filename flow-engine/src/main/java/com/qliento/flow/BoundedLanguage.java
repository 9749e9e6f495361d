package com.qliento.flow;

import java.util.List;
import java.util.Set;

/** Keeps what no person writes away from the parser: long expressions cost time, deeply nested ones its stack. */
final class BoundedLanguage implements Language {

    private static final int LONGEST_EXPRESSION = 1_000;
    private static final int LONGEST_TEXT = 8_000;

    private final Language language;

    BoundedLanguage(Language language) {
        this.language = language;
    }

    @Override
    public List<Finding> expression(String feel, Set<String> names) {
        return feel.length() > LONGEST_EXPRESSION
                ? tooLong("an expression", LONGEST_EXPRESSION)
                : language.expression(feel, names);
    }

    @Override
    public Text text(String text, Set<String> names) {
        return text.length() > LONGEST_TEXT
                ? new Text(tooLong("a text with its expressions", LONGEST_TEXT), 0)
                : language.text(text, names);
    }

    private static List<Finding> tooLong(String what, int most) {
        return List.of(
                new Finding(false, what + " has " + most + " characters at most. Split it, or set a value before."));
    }
}
