package com.qliento.tryout;

import org.jspecify.annotations.Nullable;

/**
 * The tags of an XML text one after the other, each with its place in it; comments, CDATA, declarations and processing
 * instructions are passed over. Says nothing of whether the text is well-formed.
 */
final class Tags {

    private final String text;
    private int at;

    Tags(String text) {
        this.text = text;
    }

    /**
     * A tag.
     *
     * @param name with its prefix
     * @param begin of its {@code <}
     * @param end behind its {@code >}
     */
    record Tag(String name, boolean closes, boolean empty, int begin, int end) {

        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }

        /** With the colon; empty for none. */
        String prefix() {
            return name.substring(0, name.indexOf(':') + 1);
        }
    }

    /** The next one; null at the end of the text, or when the last one has none. */
    @Nullable
    Tag next() {
        while (true) {
            int begin = text.indexOf('<', at);
            if (begin < 0) {
                return null;
            }
            at = end(begin);
            if (at < 0) {
                at = text.length();
                return null;
            }
            char kind = text.charAt(begin + 1);
            if (kind != '!' && kind != '?') {
                return tag(begin, at);
            }
        }
    }

    private int end(int begin) {
        if (text.startsWith("<!--", begin)) {
            return behind("-->", begin + 4);
        }
        if (text.startsWith("<![CDATA[", begin)) {
            return behind("]]>", begin);
        }
        if (text.startsWith("<?", begin)) {
            return behind("?>", begin);
        }
        for (int i = begin + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '"' || c == '\'') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private int behind(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.length();
    }

    private Tag tag(int begin, int end) {
        boolean closes = text.charAt(begin + 1) == '/';
        int from = closes ? begin + 2 : begin + 1;
        int to = from;
        while (to < end - 1 && !Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '/') {
            to++;
        }
        return new Tag(text.substring(from, to), closes, text.charAt(end - 2) == '/', begin, end);
    }
}
