package com.qliento.connector.whatsapp;

import org.jspecify.annotations.Nullable;

/** What every text field goes through, whatever the kind of message. */
final class FieldText {
    private static final char REPLACEMENT = '\uFFFD';

    private FieldText() {}

    /** Blank optional fields are absent fields: an interpolated text often turns out empty. */
    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Half a surrogate pair cannot be written as UTF-8; an expression that takes a part of a text may leave one. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isBmpCodePoint(text.codePointAt(i))) {
                    return replaceHalfPairs(text, i);
                }
                i++;
            }
        }
        return text;
    }

    private static String replaceHalfPairs(String text, int from) {
        StringBuilder repaired = new StringBuilder(text.length()).append(text, 0, from);
        text.substring(from)
                .codePoints()
                .map(point -> isHalfPair(point) ? REPLACEMENT : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
