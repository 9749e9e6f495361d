package com.qliento.conversation.limit;

import com.qliento.rules.feel.Stopwatch;

/**
 * Ends a step that would not end by itself: the check of flows refuses what it knows to be endless, and this is for what it
 * could not know. For one step, on its thread.
 */
public final class StepLimits {

    /** Elements that one step may come to, those of the flows it starts among them. */
    static final int ELEMENTS = 1_000;

    /** Flows that may be inside each other. */
    static final int DEPTH = 20;

    /** Milliseconds of the processor; ten times as long by the clock. */
    static final int MILLIS = 5_000;

    private final Stopwatch watch;
    private int elements;

    public StepLimits() {
        this(new Stopwatch(MILLIS));
    }

    StepLimits(Stopwatch watch) {
        this.watch = watch;
    }

    /**
     * The step comes to an element; throws {@link LimitReached} when it may not.
     *
     * @param depth how many flows that element's flow is inside of
     */
    public void comesTo(int depth) {
        if (++elements > ELEMENTS) {
            throw new LimitReached("more than " + ELEMENTS
                    + " elements in one step: the flow runs in a circle without waiting. Let it wait for an answer.");
        }
        if (depth > DEPTH) {
            throw new LimitReached("more than " + DEPTH
                    + " flows inside each other: one starts itself again. Take the block that starts it out.");
        }
        if (watch.over()) {
            throw LimitReached.ofTime("more than " + MILLIS / 1_000
                    + " seconds of work in one step. Let the flow work less before it waits for an answer.");
        }
    }
}
