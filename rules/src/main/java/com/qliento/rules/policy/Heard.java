package com.qliento.rules.policy;

/**
 * A customer's message as far as it decides who gets it.
 *
 * @param word what its text is, taken as a whole
 * @param conversation where the conversation stands
 * @param keyword whether a published flow starts with it
 * @param interrupting whether it is the keyword of another flow than the one that runs, and that one lets others interrupt
 * @param anyMessage whether a published flow starts with any message
 * @param fallback whether the organisation's general reply is due: it has one, and did not say it lately
 * @param offer whether it is a choice that a question offers
 */
public record Heard(
        Word word,
        Conversation conversation,
        boolean keyword,
        boolean interrupting,
        boolean anyMessage,
        boolean fallback,
        Offer offer) {

    /** The same message, whose text means this. */
    public Heard as(Word meaning) {
        return new Heard(meaning, conversation, keyword, interrupting, anyMessage, fallback, offer);
    }

    /** What a message is to the question that is asked. */
    public enum Offer {
        NONE,
        /** One of its options, tapped or written. */
        CURRENT,
        /** Tapped in a message that offered it for something else before. */
        EARLIER
    }

    /** Words that mean the same whatever flows there are. */
    public enum Word {
        NONE,
        /** One of the organisation's words that end a running flow. It takes no consent back. */
        END,
        /** Wants no more messages of any kind. */
        STOP,
        /** Wants messages again. */
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
        /** A person of the organisation has it: to be told by the hand-over to people. */
        WITH_PERSON
    }

    /** Who gets it. */
    public enum Route {
        OPT_OUT,
        OPT_IN,
        PRIVACY_REQUEST,
        PERSON,
        /** Nobody: it ends the running flow, and the organisation confirms that. */
        END_FLOW,
        /** The flow of its keyword, after the running one was ended if there is one. */
        START_FLOW,
        ANSWER,
        /** Nobody: the question is asked again, with a word that the one before is answered. */
        ANSWERED_ALREADY,
        QUEUE,
        START_ANY,
        /** Nobody: the organisation's general reply is said. */
        FALLBACK,
        NOBODY
    }
}
