package com.qliento.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text for people: UTF-8 without control characters, and neither markup nor a script. */
final class PlainText {

    private static final int LOOKED_AT = 4_096;
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[!?/]?\\s*(html|svg|script|xml|doctype|head|body|iframe|img|object|embed)\\b");

    private PlainText() {}

    static boolean is(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return false;
        }
        if (text.isBlank() || text.chars().anyMatch(PlainText::control)) {
            return false;
        }
        String start = text.substring(0, Math.min(LOOKED_AT, text.length()))
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return !start.startsWith("<")
                && !start.startsWith("#!")
                && !MARKUP.matcher(start).find();
    }

    private static boolean control(int sign) {
        return sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f';
    }
}
