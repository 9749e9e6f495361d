package com.qliento.trigger;

import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address by which another system begins a flow.
 *
 * @param channel on which number of the business; null when there is no choice
 */
record Trigger(
        UUID id,
        String name,
        String flowKey,
        @Nullable UUID channel,
        Proof proof,
        Mapping mapping,
        WhenBusy whenBusy,
        Answers answers,
        boolean enabled,
        Instant changedAt,
        String changedBy) {

    /** What whoever calls is answered. */
    enum Answers {
        /** That it was taken. */
        AT_ONCE,
        /** What the run answers, if it does so in time. */
        RESULT;

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Answers of(@Nullable String column) {
            try {
                return column == null
                        ? AT_ONCE
                        : valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException none) {
                throw Problem.invalid("answers", "A trigger answers 'at-once', or with the 'result' of a run.");
            }
        }
    }

    /** Refuses to wait for the result of a flow that talks to a customer: that may take days. */
    Trigger {
        if (answers == Answers.RESULT && mapping.phone() != null) {
            throw Problem.invalid(
                    "answers",
                    "Only a flow about nobody has a result to wait for: leave 'phone' out, or answer 'at-once'.");
        }
    }
}
