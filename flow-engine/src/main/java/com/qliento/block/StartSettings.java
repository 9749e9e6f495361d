package com.qliento.block;

import static com.qliento.block.ParameterKind.KEYWORDS;

/** The settings of a start that say which messages start its flow, and what they do while it runs. */
public final class StartSettings {

    /** Any message starts it, not only its keywords. */
    public static final String ANY = "any";

    /** What starts it. */
    public static final Parameter TRIGGER = Parameter.choice("trigger", "keywords", "keywords", ANY);

    /** The words that do. */
    public static final Parameter WORDS = Parameter.of("keywords", KEYWORDS);

    /** Keywords of other flows end this flow and start theirs; anything else takes them as answers. */
    public static final String INTERRUPT = "interrupt";

    /** What keywords of other flows do while this flow runs. */
    public static final Parameter OTHER_KEYWORDS = Parameter.choice("otherKeywords", INTERRUPT, INTERRUPT, "answer");

    /** Messages so many seconds apart are answered as one. */
    public static final Parameter MERGE_SECONDS = Parameter.number("mergeSeconds", 0, 0, 8);

    private StartSettings() {}
}
