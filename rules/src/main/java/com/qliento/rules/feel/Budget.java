package com.qliento.rules.feel;

/** What one evaluation may take, however it is spread over expressions, tables and functions that call each other. */
public final class Budget {

    private static final int LOOKS_AT_CLOCK = 0xF;

    private final int mostSteps;
    private final int mostLooks;
    private final int mostBuilt;
    private final Stopwatch watch;
    private int steps;
    private int looks;
    private int calls;
    private long built;

    private Budget(int mostSteps, int mostLooks, int mostBuilt, long mostMillis) {
        this.mostSteps = mostSteps;
        this.mostLooks = mostLooks;
        this.mostBuilt = mostBuilt;
        this.watch = new Stopwatch(mostMillis);
    }

    public static Budget ofExpression() {
        return new Budget(Limits.STEPS, Limits.LOOKS, Limits.BUILT, Limits.EXPRESSION_MILLIS);
    }

    public static Budget ofDecision() {
        return new Budget(Limits.DECISION_STEPS, Limits.DECISION_LOOKS, Limits.DECISION_BUILT, Limits.DECISION_MILLIS);
    }

    /** One element of a loop, one cell, one value kept. */
    public void step() {
        steps++;
        if (steps > mostSteps) {
            throw EvaluationStopped.steps();
        }
        if ((steps & LOOKS_AT_CLOCK) == 0) {
            clock();
        }
    }

    /** So many characters that patterns looked at. */
    void looks(int more) {
        looks += more;
        if (looks > mostLooks) {
            throw EvaluationStopped.pattern();
        }
        clock();
    }

    /** So much is about to be made, or was just made by a function whose results are no longer than what it was given. */
    void built(long more) {
        built += more;
        if (built > mostBuilt) {
            throw EvaluationStopped.built(mostBuilt);
        }
    }

    /** Asked for between steps that may be long, such as calls of functions with long lists. */
    void clock() {
        if (watch.over()) {
            throw EvaluationStopped.time();
        }
    }

    /** Goes one expression deeper; pair it with {@link #leave}. */
    public void enter() {
        step();
        if (++calls > Limits.CALLS) {
            throw EvaluationStopped.depth();
        }
    }

    public void leave() {
        calls--;
    }
}
