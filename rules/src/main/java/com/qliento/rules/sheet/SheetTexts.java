package com.qliento.rules.sheet;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of spreadsheets: {@code Sheets.properties} in English and the others beside it. */
final class SheetTexts {

    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

    private SheetTexts() {}

    static String text(String key, Locale language, List<String> arguments) {
        String pattern = ResourceBundle.getBundle("com.qliento.rules.sheet.Sheets", language, ENGLISH_ELSE)
                .getString(key);
        return ARGUMENT.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(arguments.get(Integer.parseInt(place.group(1)))));
    }
}
