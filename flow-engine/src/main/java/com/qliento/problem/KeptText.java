package com.qliento.problem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts as XML and PostgreSQL can hold them. Slides, PDFs and terminals leave characters in what is copied from them that
 * neither takes: nobody sees them, and one would keep everything around it from being saved. They are left out, and those
 * that part lines become line breaks.
 *
 * <p>The board's {@code kept-text.js} does the same while somebody types.
 */
public final class KeptText {

    private static final char VERTICAL_TAB = '\u000B';
    private static final char FORM_FEED = '\f';
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));");

    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00EF\u00BB\u00BF)?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.-]+)");
    private static final int DECLARATION = 200;

    private KeptText() {}

    /** The text without them; the same object when there are none. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!held(text.codePointAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    /** As {@link #of(String)}; null stays null. */
    public static @Nullable String ofAny(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static String cleaned(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (held(point)) {
                kept.appendCodePoint(point);
            } else if (point == VERTICAL_TAB || point == FORM_FEED) {
                kept.append('\n');
            }
        });
        return kept.toString();
    }

    /** XML's characters: all but controls, halves of pairs, and the two that are none. */
    private static boolean held(int point) {
        return point >= 0x20
                ? !(point >= 0xD800 && point <= 0xDFFF)
                        && point != 0xFFFE
                        && point != 0xFFFF
                        && point <= Character.MAX_CODE_POINT
                : point == '\t' || point == '\n' || point == '\r';
    }

    /**
     * An XML file without them, written as they are or by number; the same array when there are none. Only files in UTF-8
     * are looked into: a file in another encoding comes from a program, not from somebody who pasted.
     */
    public static byte[] ofXml(byte[] file) {
        if (!suspicious(file) || otherEncoding(file)) {
            return file;
        }
        byte[] whole = withoutHalves(file);
        var text = new String(whole, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), whole)) {
            return file;
        }
        Matcher references = REFERENCE.matcher(text);
        var kept = of(references.replaceAll(reference -> {
            int point = reference.group(1) != null
                    ? Integer.parseInt(reference.group(1), 16)
                    : Integer.parseInt(reference.group(2));
            if (held(point)) {
                return Matcher.quoteReplacement(reference.group());
            }
            return point == VERTICAL_TAB || point == FORM_FEED ? "&#10;" : "";
        }));
        return whole.length == file.length && kept.equals(text) ? file : kept.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean otherEncoding(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, DECLARATION), StandardCharsets.ISO_8859_1);
        var named = ENCODING.matcher(start);
        return named.find() && !named.group(1).equalsIgnoreCase("UTF-8");
    }

    /** Halves of pairs, as some programs write them and UTF-8 has none. */
    private static byte[] withoutHalves(byte[] file) {
        var kept = new byte[file.length];
        int length = 0;
        for (int i = 0; i < file.length; i++) {
            if ((file[i] & 0xFF) == 0xED && i + 2 < file.length && (file[i + 1] & 0xFF) >= 0xA0) {
                i += 2;
            } else {
                kept[length++] = file[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }

    /** Whether a byte of it may belong to such a character; most files have none, and are not read twice. */
    private static boolean suspicious(byte[] file) {
        if (file.length < 2 || file[0] == 0 || file[1] == 0 || file[0] == (byte) 0xFE || file[0] == (byte) 0xFF) {
            return false; // UTF-16
        }
        for (int i = 0; i < file.length; i++) {
            int one = file[i] & 0xFF;
            boolean control = one < 0x20 && one != '\t' && one != '\n' && one != '\r';
            boolean number = one == '&' && i + 1 < file.length && file[i + 1] == '#';
            boolean none = one == 0xEF && i + 1 < file.length && (file[i + 1] & 0xFF) == 0xBF;
            boolean half = one == 0xED && i + 1 < file.length && (file[i + 1] & 0xFF) >= 0xA0;
            if (control || number || none || half) {
                return true;
            }
        }
        return false;
    }
}
