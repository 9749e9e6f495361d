package com.qliento.bpmn;

import com.qliento.block.TextBundle;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the findings: {@code Findings.properties} in English, {@code Findings_es.properties} and so on beside it.
 * {@code {0}} is the first argument; braces of any other kind and apostrophes are what they are.
 */
public final class FindingTexts {

    private static final TextBundle TEXTS = TextBundle.beside(FindingTexts.class, "Findings");

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
        return TEXTS.find(key, Locale.ENGLISH).isPresent();
    }

    /** Arguments are put in once and never read again, so a name with braces in it stays what it is. */
    static String text(String key, Locale language, List<Object> arguments) {
        return filled(TEXTS.text(key, language), language, arguments);
    }

    static String filled(String text, Locale language, List<Object> arguments) {
        return ARGUMENT.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(argument(place.group(1), language, arguments)));
    }

    private static String argument(String place, Locale language, List<Object> arguments) {
        Object argument = arguments.get(Integer.parseInt(place));
        return argument instanceof Phrase phrase ? phrase.in(language) : argument.toString();
    }
}
