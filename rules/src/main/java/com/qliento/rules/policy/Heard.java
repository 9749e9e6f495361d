package com.qliento.rules.policy;

/**
 * A customer's message as far as it decides who gets it.
 *
 * @param word what its text is, taken as a whole
 * @param conversation where the conversation stands
 * @param keyword whether a published flow starts with it
 * @param interrupting whether that flow may interrupt another
 * @param anyMessage whether a published flow starts with any message
 */
public record Heard(Word word, Conversation conversation, boolean keyword, boolean interrupting, boolean anyMessage) {

    /** Words that mean the same whatever flows there are. */
    public enum Word {
        NONE,
        /** Stop, baja, parar and the like. */
        STOP,
        /** Start again after a stop. */
        START,
        /** Asks for a person. */
        PERSON,
        /** Asks for one's data or their deletion. */
        PRIVACY
    }

    /** Where a conversation stands. */
    public enum Conversation {
        NONE,
        /** A flow waits for an answer. */
        WAITING,
        /** A flow is at work and waits for no answer yet. */
        BUSY,
        /** A person of the organisation has it. */
        WITH_PERSON
    }

    /** Who gets it. */
    public enum Route {
        OPT_OUT,
        OPT_IN,
        PRIVACY_REQUEST,
        PERSON,
        START_FLOW,
        ANSWER,
        QUEUE,
        START_ANY,
        NOBODY
    }
}
