package com.qliento.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a planned time.
 *
 * @param byHand whether somebody began it, not time
 * @param outcome {@link #BEGUN}, or the code of what kept it from that
 * @param missed planned times that had passed by then as well, and for which it did not begin again
 * @param start the wish that became of it; null when none did
 */
public record ScheduleRun(
        UUID id,
        Instant planned,
        boolean byHand,
        String outcome,
        int missed,
        @Nullable UUID start,
        Instant at) {

    /** The outcome of a time at which the flow began. */
    public static final String BEGUN = "begun";

    /** Whether the flow began. */
    public boolean begun() {
        return outcome.equals(BEGUN);
    }
}
