package com.qliento.rules;

/** What one evaluation may take, however it is spread over expressions, tables and functions that call each other. */
final class Budget {

    private static final int LOOKS_AT_CLOCK = 0xFF;

    private final int mostSteps;
    private final long started = System.nanoTime();
    private final long mostNanos;
    private int steps;
    private int calls;

    private Budget(int mostSteps, long mostNanos) {
        this.mostSteps = mostSteps;
        this.mostNanos = mostNanos;
    }

    static Budget ofExpression() {
        return new Budget(Limits.STEPS, Long.MAX_VALUE);
    }

    static Budget ofDecision() {
        return new Budget(Limits.DECISION_STEPS, Limits.DECISION_MILLIS * 1_000_000L);
    }

    /** One element of a loop, one cell, one value kept. */
    void step() {
        steps++;
        if (steps > mostSteps) {
            throw EvaluationStopped.steps();
        }
        if ((steps & LOOKS_AT_CLOCK) == 0 && System.nanoTime() - started > mostNanos) {
            throw EvaluationStopped.time();
        }
    }

    /** Goes one expression deeper; pair it with {@link #leave}. */
    void enter() {
        step();
        if (++calls > Limits.CALLS) {
            throw EvaluationStopped.depth();
        }
    }

    void leave() {
        calls--;
    }
}
