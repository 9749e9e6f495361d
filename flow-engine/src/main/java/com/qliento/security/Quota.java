package com.qliento.security;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many events of a kind are told within a minute. Not for several threads at once. */
final class Quota {

    private static final int MOST = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private long since;
    private int told;
    private long leftOut;

    Quota(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Below zero when the event is one too many; else how many were left out since the one before it. */
    long take() {
        long now = nanos.getAsLong();
        if (now - since >= MINUTE) {
            since = now;
            told = 0;
        }
        if (told >= MOST) {
            leftOut++;
            return -1;
        }
        told++;
        long before = leftOut;
        leftOut = 0;
        return before;
    }
}
