package com.qliento.connector.whatsapp;

import org.jspecify.annotations.Nullable;

/** What every text field goes through, whatever the kind of message. */
final class FieldText {
    private static final char REPLACEMENT = '\uFFFD';

    private FieldText() {}

    /** Blank optional fields are absent fields: an interpolated text often turns out empty. */
    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || !visible(text) ? null : text;
    }

    /** Whether a reader sees anything of it: neither spaces of any kind nor signs without a shape. */
    static boolean visible(String text) {
        return text.codePoints().anyMatch(FieldText::visible);
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
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
        var repaired = new StringBuilder(text.length()).append(text, 0, from);
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
