package com.qliento.rules.feel;

/** The bounds that keep a running expression from never stopping or eating the memory. */
final class Limits {

    /** Steps of all loops, filters and contexts of one evaluation together; an element of a loop counts twice. */
    static final int STEPS = 10_000;

    /** The same for a decision with all its tables and expressions; a cell that is looked at counts as one. */
    static final int DECISION_STEPS = 500_000;

    /** Milliseconds of the processor an expression may take. */
    static final int EXPRESSION_MILLIS = 1_000;

    /** Milliseconds of the processor a decision may take. */
    static final int DECISION_MILLIS = 1_000;

    /** Milliseconds of the processor it may take to read one expression. */
    static final int PARSER_MILLIS = 1_000;

    /** Functions of a decision model that may be in each other, as when one calls itself. */
    static final int CALLS = 60;

    /** Characters and list elements that one function call may be given, or one name may hold. */
    static final int VALUE_SIZE = 50_000;

    /** Characters that all joins and function calls of one expression may make together; an element of a list weighs more. */
    static final int BUILT = 5_000_000;

    /** The same for a decision with all its tables and expressions. */
    static final int DECISION_BUILT = 10_000_000;

    /** Elements of a list that one function call may be given; some functions compare each with each. */
    static final int LIST_SIZE = 5_000;

    /** Levels of lists and contexts in each other. */
    static final int DEPTH = 50;

    /** Largest power of ten of a number, as in IEEE 754 decimal128. */
    static final int EXPONENT = 6_144;

    /** Characters a regular expression may look at in one call, counted again with every step back. */
    static final int PATTERN_STEPS = 1_000_000;

    /** The same for all calls of one expression together. */
    static final int LOOKS = 3_000_000;

    /** The same for all calls of one decision together. */
    static final int DECISION_LOOKS = 20_000_000;

    private Limits() {}
}
