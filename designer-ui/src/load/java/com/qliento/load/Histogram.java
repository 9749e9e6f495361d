package com.qliento.load;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts times in buckets that grow with the value: every reading is at most 1.6% too high, from a microsecond to
 * hours. Safe for many threads; reading while others write gives a picture of about that moment.
 */
final class Histogram {
    private static final int STEPS = 64;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS * 40);

    void record(long nanos) {
        counts.incrementAndGet(Math.min(index(Math.max(0, nanos / 1000)), counts.length() - 1));
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length(); i++) {
            counts.addAndGet(i, other.counts.get(i));
        }
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /**
     * The time in milliseconds that the given share (0 to 1) of all readings does not exceed; 0 when there are none.
     */
    double millis(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (wanted > 0 && seen >= wanted) {
                return highest(i) / 1000.0;
            }
        }
        return 0;
    }

    private static int index(long micros) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(micros | 1) - 6);
        return shift * STEPS + (int) (micros >> shift);
    }

    private static long highest(int index) {
        int shift = Math.max(0, index / STEPS - 1);
        return ((index - (long) shift * STEPS + 1) << shift) - 1;
    }
}
