package com.qliento.conversation;

import com.qliento.inbox.Pending;
import com.qliento.inbox.Source;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which message a step was at when it failed, for the reason it is parked with. */
final class StepProgress {

    private @Nullable UUID message;
    private boolean result;
    private @Nullable Step step;
    private final Set<UUID> noted;
    private @Nullable UUID left;

    /** @param noted what an earlier process left, and of which it is noted that this one begins with it */
    StepProgress(Set<UUID> noted) {
        this.noted = noted;
    }

    void at(Pending first, Step aStep) {
        message = first.id();
        result = first.source() != Source.MESSAGE;
        step = aStep;
    }

    /** Whether this was left by an earlier process, and it is not noted yet that this one begins with it. */
    boolean isLeft(Pending first, Instant started) {
        left = first.receivedAt().isBefore(started) && !noted.contains(first.id()) ? first.id() : null;
        return left != null;
    }

    /** What was left by an earlier process: nothing is done about it before that is noted. */
    @Nullable
    UUID left() {
        return left;
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
        var block = path.isEmpty() ? step.conversation().position().element() : path.get(path.size() - 1);
        return "flow " + (flow == null ? "none" : flow) + (block == null ? "" : ", block " + block);
    }
}
