package com.qliento.rules;

/**
 * Ends an evaluation that would take too long or too much memory. An Error and not an exception, because FEEL's own
 * nodes and functions catch exceptions and go on.
 */
final class EvaluationStopped extends Error {

    private static final long serialVersionUID = 1L;

    private EvaluationStopped(String message) {
        super(message, null, false, false);
    }

    static EvaluationStopped steps() {
        return new EvaluationStopped("The expression goes through too many elements. It was stopped.");
    }

    static EvaluationStopped size() {
        return new EvaluationStopped("The expression builds a value that is too large. It was stopped.");
    }

    static EvaluationStopped number() {
        return new EvaluationStopped("The expression came to a number that is too large or too small.");
    }

    static EvaluationStopped pattern() {
        return new EvaluationStopped("The pattern takes too long on this text. It was stopped.");
    }
}
