package com.qliento.rules.feel;

import java.util.function.LongSupplier;

/**
 * Ends work by the processor time it has taken, so that a busy machine ends nothing that is harmless and lets nothing go on
 * that is not. Where nobody counts that, and as a far outer bound, by the time that has passed.
 */
public final class Stopwatch {

    /** Asking for the processor's time costs more than asking for the time; most work is done before. */
    private static final long FIRST_LOOK = 1_000_000;

    private static final int FAR = 10;
    private static final long NOT_ASKED = Long.MIN_VALUE;

    private final long mostNanos;
    private final LongSupplier time;
    private final LongSupplier processor;
    private final long started;
    private long before = NOT_ASKED;

    /** For work of this thread that may take so many milliseconds of the processor. */
    public Stopwatch(long mostMillis) {
        this(mostMillis, System::nanoTime, ProcessorTime::ofThisThread);
    }

    Stopwatch(long mostMillis, LongSupplier time, LongSupplier processor) {
        this.mostNanos = mostMillis * 1_000_000L;
        this.time = time;
        this.processor = processor;
        this.started = time.getAsLong();
    }

    /** Whether the work has taken too long. Asked often: what is done before it is first asked does not count as worked. */
    public boolean over() {
        long passed = time.getAsLong() - started;
        if (passed < FIRST_LOOK) {
            return false;
        }
        if (before == NOT_ASKED) {
            before = processor.getAsLong();
        }
        if (passed <= mostNanos || before == ProcessorTime.UNKNOWN) {
            return passed > mostNanos * FAR;
        }
        return passed > mostNanos * FAR || processor.getAsLong() - before > mostNanos;
    }
}
