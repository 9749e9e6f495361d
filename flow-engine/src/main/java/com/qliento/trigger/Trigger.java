package com.qliento.trigger;

import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address by which another system begins a flow, or tells one that waits what happened.
 *
 * @param flowKey empty for one that {@link #tells}
 * @param channel on which number of the business; null when there is no choice
 * @param perMinute so many deliveries does it take in a minute
 */
public record Trigger(
        UUID id,
        String name,
        String flowKey,
        @Nullable UUID channel,
        Proof proof,
        Mapping mapping,
        WhenBusy whenBusy,
        Answers answers,
        int perMinute,
        boolean enabled,
        Instant changedAt,
        String changedBy) {

    /** A trigger of which nothing is said takes so many a minute. */
    public static final int USUAL_PER_MINUTE = 600;

    /** A trigger may take so many a minute at most. */
    public static final int MOST_PER_MINUTE = 60_000;

    /** What whoever calls is answered. */
    public enum Answers {
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

    /** Refuses to wait for the result of a flow that talks to a customer, which may take days, and to begin one and tell another. */
    public Trigger {
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE) {
            throw Problem.invalid("perMinute", "A trigger takes 1 to " + MOST_PER_MINUTE + " deliveries a minute.")
                    .with("most", MOST_PER_MINUTE);
        }
        if (answers == Answers.RESULT && mapping.phone() != null) {
            throw Problem.invalid(
                    "answers",
                    "Only a flow about nobody has a result to wait for: leave 'phone' out, or answer 'at-once'.");
        }
        if (mapping.reference() != null) {
            requireOnlyTells(flowKey, channel, mapping, answers);
        }
    }

    private static void requireOnlyTells(String flowKey, @Nullable UUID channel, Mapping mapping, Answers answers) {
        var wrong = !flowKey.isEmpty()
                ? "flow"
                : mapping.phone() != null
                        ? "phone"
                        : channel != null ? "channel" : answers == Answers.RESULT ? "answers" : null;
        if (wrong != null) {
            throw Problem.invalid(
                    wrong,
                    "By 'reference' a trigger tells a flow that waits and begins none, so it has no '" + wrong
                            + "'. Leave one of both out.");
        }
    }

    /** Whether it tells a flow that waits, and begins none. */
    public boolean tells() {
        return mapping.reference() != null;
    }

    /** The same with another mapping. */
    public Trigger mapped(Mapping other) {
        return new Trigger(
                id, name, flowKey, channel, proof, other, whenBusy, answers, perMinute, enabled, changedAt, changedBy);
    }

    /** The same, on or off. */
    public Trigger switched(boolean on) {
        return new Trigger(
                id, name, flowKey, channel, proof, mapping, whenBusy, answers, perMinute, on, changedAt, changedBy);
    }
}
