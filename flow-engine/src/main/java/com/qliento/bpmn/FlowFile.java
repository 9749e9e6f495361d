package com.qliento.bpmn;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A flow's file as text: it is written in the encoding it names, which other modellers choose as they like. */
public final class FlowFile {

    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    private FlowFile() {}

    /** The text, without a byte order mark; what its encoding does not have becomes a replacement character. */
    public static String text(byte[] bpmn) {
        var text = new String(bpmn, charset(bpmn));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What the file is written in: told by its first bytes, else by its declaration, else UTF-8. */
    public static Charset charset(byte[] bpmn) {
        if (bpmn.length >= 2) {
            int first = (bpmn[0] & 0xFF) << 8 | (bpmn[1] & 0xFF);
            if (first == 0xFEFF || first == '<') {
                return StandardCharsets.UTF_16BE;
            }
            if (first == 0xFFFE || first == '<' << 8) {
                return StandardCharsets.UTF_16LE;
            }
        }
        var start = new String(
                Arrays.copyOf(bpmn, Math.min(bpmn.length, LONGEST_DECLARATION)), StandardCharsets.ISO_8859_1);
        var declared = ENCODING.matcher(start);
        try {
            var named = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
            return named.canEncode() ? named : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** A text as it stands in an element or in double quotes of such a file; what its encoding lacks is named by number. */
    public static String escaped(String text, Charset charset) {
        var encoder = charset.newEncoder();
        var plain = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return plain.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> encoder.canEncode(letter) ? letter : "&#" + letter.codePointAt(0) + ";")
                .collect(Collectors.joining());
    }
}
