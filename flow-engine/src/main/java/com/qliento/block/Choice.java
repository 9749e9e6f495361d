package com.qliento.block;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something a customer can tap: a button, a row of a list, an option of a question.
 *
 * @param id what WhatsApp sends back: the position from 1, a hyphen and the title as written in the flow, in lower case
 *     with everything but letters and digits as hyphens: {@code 2-opening-hours}. So it stays the same for every
 *     customer even when the title has FEEL in it, and changes only when the flow's author moves or renames the choice.
 * @param title as written, FEEL not yet replaced
 * @param description of a row, as written; empty when there is none
 */
public record Choice(String id, String title, String description) {

    private static final int ID_LENGTH = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The choice at this position, counted from 1. */
    public static Choice at(int position, String title, String description) {
        return new Choice(id(position, title), title, description);
    }

    private static String id(int position, String title) {
        String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = OTHERS.matcher(plain).replaceAll(" ").strip().replace(' ', '-');
        int end = slug.offsetByCodePoints(0, Math.min(ID_LENGTH, slug.codePointCount(0, slug.length())));
        return slug.isEmpty() ? Integer.toString(position) : position + "-" + slug.substring(0, end);
    }

    /** Neither title nor id, which is made of the title. */
    @Override
    public String toString() {
        return "Choice";
    }
}
