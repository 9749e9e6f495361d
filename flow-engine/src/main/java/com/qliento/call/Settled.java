package com.qliento.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to this time.
 *
 * @param outcome {@link CallOutcome.Again} only with {@code next}
 * @param next when it is made again instead; the outcome is not told then
 */
record Settled(Marked call, CallOutcome outcome, @Nullable Instant next, Instant at) {

    /** From its mark to its outcome; none when the clock went backwards. */
    Duration took() {
        var took = Duration.between(call.at(), at);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
