package com.qliento.bpmn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML with fixed prefixes; characters XML can't hold become spaces. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> tags = new ArrayDeque<>();
    private boolean inTag;
    private boolean afterText;

    XmlWriter open(String tag) {
        endTag();
        indent();
        out.append('<').append(tag);
        tags.push(tag);
        inTag = true;
        afterText = false;
        return this;
    }

    XmlWriter attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    XmlWriter attributeIfAny(String name, String value) {
        return value.isEmpty() ? this : attribute(name, value);
    }

    XmlWriter text(String text) {
        out.append('>').append(escape(text));
        inTag = false;
        afterText = true;
        return this;
    }

    XmlWriter close() {
        String tag = tags.pop();
        if (inTag) {
            out.append("/>");
        } else {
            if (!afterText) {
                indent();
            }
            out.append("</").append(tag).append('>');
        }
        inTag = false;
        afterText = false;
        return this;
    }

    byte[] bytes() {
        return (out + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
        }
        inTag = false;
    }

    private void indent() {
        if (out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append("  ".repeat(tags.size()));
    }

    private static String escape(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(allowed(c) ? c : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
