package com.qliento.connector.whatsapp;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens a text to a number of characters without tearing anything that is one sign for a reader. */
final class TextCut {
    private static final String ELLIPSIS = "…";
    /** One extended grapheme cluster: a letter with its marks, a flag, a family emoji. */
    private static final Pattern SIGN = Pattern.compile("\\X");

    private TextCut() {}

    /** At most {@code limit} characters, cut at a word when one ends in the second half, with an ellipsis. */
    static String atWord(String text, int limit) {
        return fits(text, limit) ? text : shorten(text, limit - 1).stripTrailing() + ELLIPSIS;
    }

    /** At most {@code limit} characters, cut after the last whole sign. */
    static String hard(String text, int limit) {
        return fits(text, limit) ? text : text.substring(0, lastSign(text, limit));
    }

    /** As {@link #atWord}, but different from every taken text: cut further and numbered if need be. */
    static String atWordUnlike(Set<String> taken, String text, int limit) {
        String cut = atWord(text, limit);
        for (int n = 2; taken.contains(cut.strip()); n++) {
            String number = " " + n;
            cut = atWord(text, limit - number.length()) + number;
        }
        return cut;
    }

    /** As {@link #hard}, but different from every taken text. */
    static String hardUnlike(Set<String> taken, String text, int limit) {
        String cut = hard(text, limit);
        for (int n = 2; taken.contains(cut.strip()) || cut.isBlank(); n++) {
            String number = "~" + n;
            cut = hard(text, limit - number.length()) + number;
        }
        return cut;
    }

    private static boolean fits(String text, int limit) {
        return text.length() <= limit || MessageLimits.length(text) <= limit;
    }

    private static String shorten(String text, int room) {
        int end = lastSign(text, room);
        int word = end;
        while (word > 0 && !isSpace(text, word)) {
            word--;
        }
        return text.substring(0, word * 2 >= end ? word : end);
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    /** The index after the last sign that ends within {@code room} characters. */
    private static int lastSign(String text, int room) {
        Matcher signs = SIGN.matcher(text);
        int count = 0;
        int end = 0;
        while (signs.find()) {
            count += text.codePointCount(signs.start(), signs.end());
            if (count > room) {
                break;
            }
            end = signs.end();
        }
        return end;
    }
}
