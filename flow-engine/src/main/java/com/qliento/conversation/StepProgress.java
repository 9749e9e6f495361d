package com.qliento.conversation;

import com.qliento.inbox.Pending;
import com.qliento.inbox.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which message a step was at when it failed, for the reason it is parked with. */
final class StepProgress {

    private @Nullable UUID message;
    private boolean result;
    private @Nullable Step step;

    void at(Pending first, Step aStep) {
        message = first.id();
        result = first.source() != Source.MESSAGE;
        step = aStep;
    }

    @Nullable
    UUID message() {
        return message;
    }

    /** Whether it is at a result and not at a message. */
    boolean isAtResult() {
        return result;
    }

    /** Where the flow was, in words that hold nothing personal. */
    String place() {
        if (step == null) {
            return "before the flow";
        }
        var path = step.path();
        var flow = step.position().flowKey();
        return "flow " + (flow == null ? "none" : flow)
                + (path.isEmpty() ? "" : ", block " + path.get(path.size() - 1));
    }
}
