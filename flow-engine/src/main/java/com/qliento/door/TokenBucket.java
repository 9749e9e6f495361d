package com.qliento.door;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something may pass, in or out: so many at once, then one per interval. WhatsApp counts the same way: what a
 * burst took is paid back over time. Guarded by its owner.
 */
public final class TokenBucket {

    private final int burst;
    private final Duration interval;
    private Instant paidUntil = Instant.MIN;

    /** A full one. */
    public TokenBucket(int burst, Duration interval) {
        this.burst = burst;
        this.interval = interval;
    }

    /** Another measure from now on; what was taken stays taken. */
    public TokenBucket remeasured(int newBurst, Duration newInterval) {
        var other = new TokenBucket(newBurst, newInterval);
        other.paidUntil = paidUntil;
        return other;
    }

    /** When the next one may go: not after {@code now} when it may go at once. Takes nothing. */
    public Instant next(Instant now) {
        return paidUntil.isBefore(now) ? now : paidUntil.minus(interval.multipliedBy(burst - 1L));
    }

    /** One passes now, whether it may or not. */
    public void take(Instant now) {
        paidUntil = (paidUntil.isBefore(now) ? now : paidUntil).plus(interval);
    }

    /** Whether all that was taken is paid back: a new bucket would allow no more than this one. */
    public boolean full(Instant now) {
        return !paidUntil.isAfter(now);
    }
}
