package com.qliento.conversation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands in a flow.
 *
 * @param executionId Camunda's execution that waits for the customer; null unless asking
 * @param wrongAnswers to the question that waits
 */
record FlowPosition(
        State state,
        @Nullable String flowKey,
        @Nullable String definitionId,
        @Nullable String instanceId,
        @Nullable String executionId,
        @Nullable String element,
        int wrongAnswers) {

    enum State {
        /** No flow runs; the next message may start one. */
        FREE,
        /** The flow waits for the customer. */
        ASKING,
        /** The flow waits for something else, such as time; messages are kept until it asks. */
        BUSY;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final FlowPosition FREE = new FlowPosition(State.FREE, null, null, null, null, null, 0);

    static FlowPosition starting(String flowKey, String definitionId) {
        return new FlowPosition(State.BUSY, flowKey, definitionId, null, null, null, 0);
    }

    FlowPosition running() {
        return new FlowPosition(State.BUSY, flowKey, definitionId, instanceId, null, element, 0);
    }

    FlowPosition in(String instance) {
        return new FlowPosition(state, flowKey, definitionId, instance, executionId, element, wrongAnswers);
    }

    FlowPosition asking(String execution, String askingElement, int wrongSoFar) {
        return new FlowPosition(State.ASKING, flowKey, definitionId, instanceId, execution, askingElement, wrongSoFar);
    }
}
