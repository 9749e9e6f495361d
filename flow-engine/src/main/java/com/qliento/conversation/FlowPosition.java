package com.qliento.conversation;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands in a flow.
 *
 * @param executionId Camunda's execution that waits for the customer or for a call; null when none does
 * @param callId the call whose outcome the flow waits for; null when it waits for none
 * @param wrongAnswers to the question that waits
 */
record FlowPosition(
        State state,
        @Nullable String flowKey,
        @Nullable String definitionId,
        @Nullable String instanceId,
        @Nullable String executionId,
        @Nullable String element,
        int wrongAnswers,
        @Nullable UUID callId) {

    enum State {
        /** No flow runs; the next message may start one. */
        FREE,
        /** The flow waits for the customer. */
        ASKING,
        /** The flow waits for something else, such as time; messages are kept until it asks. */
        BUSY,
        /** The flow waits for another system to answer, for two minutes at most; messages are kept until it asks. */
        CALLING;

        /** Whether messages are kept until it stands elsewhere. */
        boolean keepsMessages() {
            return this == BUSY || this == CALLING;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final FlowPosition FREE = new FlowPosition(State.FREE, null, null, null, null, null, 0, null);

    static FlowPosition starting(String flowKey, String definitionId) {
        return new FlowPosition(State.BUSY, flowKey, definitionId, null, null, null, 0, null);
    }

    FlowPosition running() {
        return new FlowPosition(State.BUSY, flowKey, definitionId, instanceId, null, element, 0, null);
    }

    FlowPosition in(String instance) {
        return new FlowPosition(state, flowKey, definitionId, instance, executionId, element, wrongAnswers, callId);
    }

    FlowPosition asking(String execution, String askingElement, int wrongSoFar) {
        return new FlowPosition(
                State.ASKING, flowKey, definitionId, instanceId, execution, askingElement, wrongSoFar, null);
    }

    FlowPosition calling(String execution, String callingElement, UUID call) {
        return new FlowPosition(State.CALLING, flowKey, definitionId, instanceId, execution, callingElement, 0, call);
    }
}
