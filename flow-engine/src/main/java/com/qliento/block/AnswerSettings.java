package com.qliento.block;

import static com.qliento.block.ParameterKind.ANSWER_NAME;

/** Where a block keeps what it comes to, and what for: alike in all blocks that keep something. */
public final class AnswerSettings {

    /** The name it is kept under. */
    public static final Parameter NAME = Parameter.of("name", ANSWER_NAME).upTo(Names.MAX_LENGTH);

    /** What it tells about the customer. */
    public static final Parameter CATEGORY = Parameter.choice(
            "category",
            "other",
            "name",
            "contact",
            "address",
            "preference",
            "order",
            "appointment",
            "feedback",
            "sensitive",
            "other");

    /** Why it is needed. */
    public static final Parameter PURPOSE =
            Parameter.choice("purpose", "service", "service", "contract", "support", "marketing", "research", "legal");

    private AnswerSettings() {}
}
