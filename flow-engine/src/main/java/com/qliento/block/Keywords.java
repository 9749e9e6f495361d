package com.qliento.block;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one way to compare what a customer wrote with what an author wrote: keywords, words that end a flow, options. What
 * phones' keyboards add or change by themselves makes no difference.
 */
public final class Keywords {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\r\\n]+");
    /** What nobody sees; but not the tags that tell the flags of England and Scotland apart. */
    private static final String UNSEEN = "\\p{Cf}&&[^\\x{E0020}-\\x{E007F}]";

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}[" + UNSEEN + "]]+");
    /** Before the compatible form is made, which takes some of them apart. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201A\u201B\u2032\u02BC\u02B9\u00B4`]");

    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern DOTTED_I = Pattern.compile("i\u0307");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern END_MARKS = Pattern.compile("^[\u00A1\u00BF ]+|[.!?,;:\u3002\u3001\u061F\u060C ]+$");
    /** What a text is not begun or ended with: spaces of all kinds, and what is written to look empty. */
    private static final String BLANK =
            "[\\p{Z}\\s\\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\u2800\u3164\uFEFF\uFFA0]+";

    private static final Pattern BLANK_ENDS = Pattern.compile("^" + BLANK + "|" + BLANK + "$");
    /** What is as it should be already, as most keywords are. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]++(?: [a-z0-9]++)*+");

    private static final int MOST_ROUNDS = 4;

    private Keywords() {}

    /**
     * Unicode NFKC; apostrophes, quotation marks, dashes, spaces and digits of all kinds as one each; without what nobody
     * sees, such as the sign that makes an emoji colourful; no space and no end of a sentence at the ends; small letters
     * without regard to any country, Turkish i with and without dot as one. Accents stay. Doing it twice changes nothing.
     */
    public static String normalise(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String before = text;
        String after = once(text);
        for (int i = 0; i < MOST_ROUNDS && !after.equals(before); i++) {
            before = after;
            after = once(after);
        }
        return after;
    }

    private static String once(String text) {
        String plain = QUOTES.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("\"");
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String composed = Normalizer.normalize(INVISIBLE.matcher(folded).replaceAll(""), Normalizer.Form.NFKC);
        String dashed =
                DASHES.matcher(DOTTED_I.matcher(composed).replaceAll("i")).replaceAll("-");
        String spaced = SPACES.matcher(digits(dashed)).replaceAll(" ").strip();
        String bare = END_MARKS.matcher(spaced).replaceAll("");
        return bare.isEmpty() ? spaced : bare;
    }

    private static String digits(String text) {
        if (text.chars().allMatch(letter -> letter < 0x0660)) {
            return text;
        }
        var same = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(same::appendCodePoint);
        return same.toString();
    }

    /** The text without what is blank at its ends, spaces without width and fillers too; empty when nothing is seen. */
    public static String trimmed(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
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
