package com.qliento.block;

import static com.qliento.block.ParameterKind.KEYWORDS;

/** The settings of a start that say what starts its flow, and what messages do while it runs. */
public final class StartSettings {

    /** Any message starts it, not only its keywords. */
    public static final String ANY = "any";

    /** No message starts it: another system, a schedule or another flow does, for a customer. */
    public static final String CALLED = "called";

    /** The same, about nobody: it has no customer, works on what it is given, and ends. */
    public static final String RUN = "run";

    private static final String KEYWORDS_OF_OWN = "keywords";

    /** What starts it. */
    public static final Parameter TRIGGER =
            Parameter.choice("trigger", KEYWORDS_OF_OWN, KEYWORDS_OF_OWN, ANY, CALLED, RUN);

    /** The words that do. */
    public static final Parameter WORDS = Parameter.of("keywords", KEYWORDS);

    /** Keywords of other flows end this flow and start theirs; anything else takes them as answers. */
    public static final String INTERRUPT = "interrupt";

    /** What another system hands over, see {@link StartInput#read}. */
    public static final Parameter GIVEN = Parameter.of("given", ParameterKind.LINE);

    /** What keywords of other flows do while this flow runs. */
    public static final Parameter OTHER_KEYWORDS = Parameter.choice("otherKeywords", INTERRUPT, INTERRUPT, "answer");

    /** Messages so many seconds apart are answered as one. */
    public static final Parameter MERGE_SECONDS = Parameter.number("mergeSeconds", 0, 0, 8);

    private StartSettings() {}
}
