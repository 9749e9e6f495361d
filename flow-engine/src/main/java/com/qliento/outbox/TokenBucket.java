package com.qliento.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * So many at once, then one per interval. WhatsApp counts the same way: what a burst took is paid back over time.
 * Guarded by its owner.
 */
final class TokenBucket {

    private final int burst;
    private final Duration interval;
    private Instant paidUntil;

    TokenBucket(int burst, Duration interval) {
        this.burst = burst;
        this.interval = interval;
        this.paidUntil = Instant.MIN;
    }

    /** When the next one may go: not after {@code now} when it may go at once. Takes nothing. */
    Instant next(Instant now) {
        return paidUntil.isBefore(now) ? now : paidUntil.minus(interval.multipliedBy(burst - 1L));
    }

    void take(Instant now) {
        paidUntil = (paidUntil.isBefore(now) ? now : paidUntil).plus(interval);
    }
}
