package com.qliento.happening;

import java.util.Arrays;
import java.util.Optional;

/** What can happen. The words stand in rows and in what other systems are sent, and never change. */
public enum HappeningKind {
    /** A flow began with a customer. */
    CONVERSATION_STARTED("conversation.started"),
    /** The flow that ran with a customer ended, or was ended. */
    CONVERSATION_ENDED("conversation.ended"),
    /** A customer wrote, tapped or sent something. */
    MESSAGE_RECEIVED("message.received"),
    /** WhatsApp took a message. */
    MESSAGE_SENT("message.sent"),
    /** A message does not reach its customer, or waits for a person since it can't be sent. */
    MESSAGE_FAILED("message.failed"),
    /** A customer answered a question of a flow. */
    ANSWER_GIVEN("answer.given"),
    /** A version of a flow went live. */
    FLOW_PUBLISHED("flow.published"),
    /** Another system that a flow asked gave no answer that can be used. */
    CALL_FAILED("call.failed");

    private final String word;

    HappeningKind(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }

    /** The kind of this word. */
    public static Optional<HappeningKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
