package com.qliento.conversation.position;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands in a flow.
 *
 * @param executionId Camunda's execution that waits for the customer or for a call; null when none does
 * @param callId the call whose outcome, or what is expected elsewhere that, the flow waits for; null when it waits for none
 * @param wrongAnswers to the question that waits
 */
public record FlowPosition(
        State state,
        @Nullable String flowKey,
        @Nullable String definitionId,
        @Nullable String instanceId,
        @Nullable String executionId,
        @Nullable String element,
        int wrongAnswers,
        @Nullable UUID callId) {

    /** What it waits for, if it does. */
    public enum State {
        /** No flow runs; the next message may start one. */
        FREE,
        /** The flow waits for the customer. */
        ASKING,
        /** The flow waits for something else, such as time; messages are kept until it asks. */
        BUSY,
        /** The flow waits for another system to answer, for two minutes at most; messages are kept until it asks. */
        CALLING;

        /** Whether messages are kept until it stands elsewhere. */
        public boolean keepsMessages() {
            return this == BUSY || this == CALLING;
        }

        /** As it is stored. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No flow runs. */
    public static final FlowPosition FREE = new FlowPosition(State.FREE, null, null, null, null, null, 0, null);

    /** At the beginning of this version. */
    public static FlowPosition starting(String flowKey, String definitionId) {
        return new FlowPosition(State.BUSY, flowKey, definitionId, null, null, null, 0, null);
    }

    /** It moves on from where it waited. */
    public FlowPosition running() {
        return new FlowPosition(State.BUSY, flowKey, definitionId, instanceId, null, element, 0, null);
    }

    /** In this instance of the engine. */
    public FlowPosition in(String instance) {
        return new FlowPosition(state, flowKey, definitionId, instance, executionId, element, wrongAnswers, callId);
    }

    /** It waits for the customer at this element, and perhaps for what is expected elsewhere too. */
    public FlowPosition asking(String execution, String askingElement, int wrongSoFar, @Nullable UUID expected) {
        return new FlowPosition(
                State.ASKING, flowKey, definitionId, instanceId, execution, askingElement, wrongSoFar, expected);
    }

    /** It waits for this call at this element. */
    public FlowPosition calling(String execution, String callingElement, UUID call) {
        return new FlowPosition(State.CALLING, flowKey, definitionId, instanceId, execution, callingElement, 0, call);
    }
}
