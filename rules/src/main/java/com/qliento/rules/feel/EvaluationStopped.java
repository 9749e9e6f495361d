package com.qliento.rules.feel;

/**
 * Ends an evaluation that would take too long or too much memory. An Error and not an exception, because FEEL's own
 * nodes and functions catch exceptions and go on.
 */
public final class EvaluationStopped extends Error {

    private static final long serialVersionUID = 1L;

    static final String TIME = "time";
    private static final String PATTERN = "pattern";

    private final String code;

    private EvaluationStopped(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Which bound it was, in kebab case. */
    public String code() {
        return code;
    }

    /** Whether a customer's text, and not what the author wrote, may be what it was stopped for. */
    boolean isOfPattern() {
        return code.equals(PATTERN);
    }

    static EvaluationStopped steps() {
        return new EvaluationStopped("steps", "The expression goes through too many elements. It was stopped.");
    }

    static EvaluationStopped time() {
        return new EvaluationStopped(TIME, "It takes too long. It was stopped.");
    }

    public static EvaluationStopped depth() {
        return new EvaluationStopped("depth", "A function calls itself too many times. It was stopped.");
    }

    static EvaluationStopped size() {
        return new EvaluationStopped(
                "size",
                "The expression builds a value of more than " + Limits.VALUE_SIZE
                        + " characters or a list of more than " + Limits.LIST_SIZE
                        + " elements. It was stopped. Join fewer or shorter values.");
    }

    static EvaluationStopped built(int most) {
        return new EvaluationStopped(
                "size",
                "The expression builds more than " + most
                        + " characters on its way. It was stopped. Join fewer or shorter values.");
    }

    static EvaluationStopped tooDeep() {
        return new EvaluationStopped("depth", "The expression is too deep for these values. It was stopped.");
    }

    static EvaluationStopped number() {
        return new EvaluationStopped("number", "The expression came to a number that is too large or too small.");
    }

    static EvaluationStopped pattern() {
        return new EvaluationStopped(PATTERN, "The pattern takes too long on this text. It was stopped.");
    }
}
