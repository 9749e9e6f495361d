package com.qliento.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which message a step was at when it failed, for the reason it is parked with. */
final class StepProgress {

    private @Nullable UUID message;
    private @Nullable Step step;

    void at(UUID aMessage, Step aStep) {
        message = aMessage;
        step = aStep;
    }

    @Nullable
    UUID message() {
        return message;
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
