package com.qliento.rules.decision;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a decision model, or with one decision that it took. Quotes what its author wrote, never a value
 * that was decided about.
 *
 * @param code stable, in kebab case
 * @param error false for what may be meant so
 * @param arguments what its sentence names: names, headings and numbers
 */
public record DecisionProblem(String code, boolean error, DecisionPlace place, List<String> arguments) {

    public DecisionProblem {
        arguments = List.copyOf(arguments);
    }

    static DecisionProblem error(String code, DecisionPlace place, Object... arguments) {
        return new DecisionProblem(code, true, place, texts(arguments));
    }

    static DecisionProblem warning(String code, DecisionPlace place, Object... arguments) {
        return new DecisionProblem(code, false, place, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** What is wrong, where, and what to do: English, Spanish or Portuguese, English for any other language. */
    public String message(Locale language) {
        return DecisionTexts.at(place, language) + DecisionTexts.text(code, language, arguments);
    }

    /** The same without saying where, for a mark that stands there. */
    public String messageInPlace(Locale language) {
        return DecisionTexts.text(code, language, arguments);
    }
}
