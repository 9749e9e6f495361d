package com.qliento.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to this time.
 *
 * @param outcome never {@link CallOutcome.Again}
 * @param next when it is made again instead; the outcome is not told then
 */
record Settled(Marked call, CallOutcome outcome, @Nullable Instant next, Instant at) {}
