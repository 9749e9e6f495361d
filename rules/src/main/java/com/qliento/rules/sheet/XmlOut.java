package com.qliento.rules.sheet;

/** Writes XML so that every line break and tab comes back as it was, in attributes too. */
final class XmlOut {

    private final StringBuilder xml = new StringBuilder();
    private boolean open;

    /** Begins an element by its name as it is written, prefix included. */
    XmlOut start(String name) {
        close();
        xml.append('<').append(name);
        open = true;
        return this;
    }

    /** Of the element that was just begun; an empty value writes nothing. */
    XmlOut with(String name, String value) {
        return value.isEmpty() ? this : attribute(name, value);
    }

    /** The same, empty or not. */
    XmlOut attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(value, true);
        xml.append('"');
        return this;
    }

    XmlOut text(String text) {
        close();
        escape(text, false);
        return this;
    }

    /** What is XML already. */
    XmlOut raw(String markup) {
        close();
        xml.append(markup);
        return this;
    }

    XmlOut end(String name) {
        if (open) {
            xml.append("/>");
            open = false;
        } else {
            xml.append("</").append(name).append('>');
        }
        return this;
    }

    private void close() {
        if (open) {
            xml.append('>');
            open = false;
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(attribute ? "&quot;" : "\"");
                case '\r' -> xml.append("&#13;");
                case '\n' -> xml.append(attribute ? "&#10;" : "\n");
                case '\t' -> xml.append(attribute ? "&#9;" : "\t");
                default -> xml.append(character);
            }
        }
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
