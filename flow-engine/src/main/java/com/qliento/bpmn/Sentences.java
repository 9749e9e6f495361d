package com.qliento.bpmn;

import com.qliento.block.Block;
import com.qliento.block.Parameter;
import java.util.Locale;

/** The words problems are made of. */
public final class Sentences {

    private static final int LONGEST = 60;

    private Sentences() {}

    /** An author's text, cut so that a sentence with it stays readable. */
    public static String quote(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The element as its author knows it: by name, else by kind and id. */
    public static Phrase step(Xml element) {
        if (!element.name().isEmpty()) {
            return language -> "'" + quote(element.name()) + "'";
        }
        Phrase kind = kind(element.tag());
        if (!element.id().isEmpty()) {
            return Said.of("step.id", kind, quote(element.id()));
        }
        return Said.of(element.tag().matches("[aeiou].*") ? "step.vowel" : "step.consonant", kind);
    }

    /** What kind of element it is; one we have no word for by BPMN's. */
    static Phrase kind(String tag) {
        String key = "kind." + tag;
        return FindingTexts.known(key)
                ? Said.of(key)
                : language -> quote(tag.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    /** What a setting is called on the screen. */
    public static Phrase label(Block block, Parameter parameter) {
        return language -> "'" + block.label(parameter, language) + "'";
    }
}
