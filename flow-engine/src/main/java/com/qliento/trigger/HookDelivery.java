package com.qliento.trigger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came to a trigger.
 *
 * @param outcome a fixed word: started, or why not
 * @param start the wish that became of it; null when none did
 */
public record HookDelivery(
        UUID id, String outcome, @Nullable UUID start, Instant at) {}
