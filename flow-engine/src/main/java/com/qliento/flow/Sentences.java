package com.qliento.flow;

import java.util.Locale;

/** The words problems are made of. */
final class Sentences {

    private static final int LONGEST = 60;

    private Sentences() {}

    /** An author's text, cut so that a sentence with it stays readable. */
    static String quote(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The element as its author knows it: by name, else by kind and id. */
    static String step(Xml element) {
        if (!element.name().isEmpty()) {
            return "'" + quote(element.name()) + "'";
        }
        String words = element.tag().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        String article = words.matches("[aeiou].*") ? "An " : "A ";
        return element.id().isEmpty() ? article + words : "The " + words + " '" + quote(element.id()) + "'";
    }
}
