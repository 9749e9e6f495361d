package com.qliento.bpmn;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the findings: {@code Findings.properties} in English, {@code Findings_es.properties} and so on beside it.
 * {@code {0}} is the first argument; braces of any other kind and apostrophes are what they are.
 */
public final class FindingTexts {

    /** No fall-back to the machine's language: a missing translation is shown in English everywhere. */
    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

    /** All there are texts in. */
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private FindingTexts() {}

    /** The language that suits an {@code Accept-Language} header best; English without one or with one no program reads. */
    public static Locale language(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(LanguageRange.parse(header), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    public static boolean known(String key) {
        return bundle(Locale.ENGLISH).containsKey(key);
    }

    /** Arguments are put in once and never read again, so a name with braces in it stays what it is. */
    static String text(String key, Locale language, List<Object> arguments) {
        return ARGUMENT.matcher(bundle(language).getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(argument(place.group(1), language, arguments)));
    }

    private static String argument(String place, Locale language, List<Object> arguments) {
        Object argument = arguments.get(Integer.parseInt(place));
        return argument instanceof Phrase phrase ? phrase.in(language) : argument.toString();
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("com.qliento.bpmn.Findings", language, ENGLISH_ELSE);
    }
}
