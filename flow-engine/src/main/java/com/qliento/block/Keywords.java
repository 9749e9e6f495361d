package com.qliento.block;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keywords that start or interrupt a flow, and the one way to compare them with what a customer wrote. */
public final class Keywords {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\r\\n]+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cf}]+");

    private Keywords() {}

    /**
     * Unicode NFKC, invisible characters and runs of spaces as one space, no space at the ends, lower case without
     * regard to any country. Accents stay. Doing it twice changes nothing.
     */
    public static String normalise(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Reads a list separated by commas or lines; normalised, without blanks and repetitions, in the order written. */
    public static Set<String> parse(String list) {
        return SEPARATORS
                .splitAsStream(list)
                .map(Keywords::normalise)
                .filter(keyword -> !keyword.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
