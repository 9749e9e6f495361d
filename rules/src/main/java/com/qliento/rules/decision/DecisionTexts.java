package com.qliento.rules.decision;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of problems of decisions: {@code Decisions.properties} in English and the others beside it. {@code {0}} is
 * the first argument; apostrophes and other braces are what they are.
 */
final class DecisionTexts {

    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

    private DecisionTexts() {}

    static String text(String key, Locale language, List<String> arguments) {
        String pattern = ResourceBundle.getBundle("com.qliento.rules.decision.Decisions", language, ENGLISH_ELSE)
                .getString(key);
        return ARGUMENT.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(arguments.get(Integer.parseInt(place.group(1)))));
    }

    /** {@code 'Discount', row 3, column 'Age': }, or nothing for the model as a whole. */
    static String at(DecisionPlace place, Locale language) {
        if (place.decision() == null) {
            return "";
        }
        String key = "at" + (place.row() > 0 ? ".row" : "") + (place.heading() != null ? ".column" : "");
        return text(
                key,
                language,
                List.of(
                        place.decision(),
                        Integer.toString(place.row()),
                        place.heading() == null ? "" : place.heading()));
    }
}
