package com.qliento.conversation;

/** What a block wants the flow to do next. */
public enum Outcome {
    /** On to the next block. */
    GO_ON,
    /** Stay here until the customer writes. */
    WAIT,
    /** The customer's tries are used up: take the way for that, or go on without an answer. */
    NO_ANSWER
}
