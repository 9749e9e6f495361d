package com.qliento.trigger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came to a trigger.
 *
 * @param outcome a fixed word: {@link #STARTED}, {@link #TOLD}, {@link #NOBODY_WAITS}, or why it was not taken
 * @param start the wish that became of it; null when none did
 */
public record HookDelivery(
        UUID id, String outcome, @Nullable UUID start, Instant at) {

    /** A flow begins. */
    public static final String STARTED = "started";

    /** A flow that waited goes on with it. */
    public static final String TOLD = "told";

    /** No flow waits for it; one that comes to wait within a day is told. */
    public static final String NOBODY_WAITS = "nobody-waits";

    private static final Set<String> TAKEN = Set.of(STARTED, TOLD, NOBODY_WAITS);

    /** Whether it was taken. */
    public boolean taken() {
        return TAKEN.contains(outcome);
    }
}
