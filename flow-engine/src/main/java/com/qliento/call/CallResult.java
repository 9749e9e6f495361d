package com.qliento.call;

import java.time.Duration;

/**
 * What a call came to, as whoever waited for it is told.
 *
 * @param target whom it went to
 * @param word the outcome in a fixed word: answered, or why it was not
 * @param attempts how often it was made
 * @param took the last time it was made
 */
public record CallResult(CallOutcome outcome, String target, String word, int attempts, Duration took) {

    static CallResult of(Settled settled) {
        return new CallResult(
                settled.outcome(),
                settled.call().ticket().line().target(),
                OutcomeWord.of(settled.outcome()).code(),
                settled.call().attempt(),
                settled.took());
    }

    /** The facts for a trace, with blanks between: whom, what came of it, tries, milliseconds. */
    public String facts() {
        return target + " " + word + " " + attempts + " " + took.toMillis();
    }

    /** Nothing of the outcome. */
    @Override
    public String toString() {
        return "CallResult[" + word + "]";
    }
}
