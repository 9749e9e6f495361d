package com.qliento.rules.feel;

/**
 * An expression was stopped because it would take too much time or memory. Says which it is, as its author wrote it, which
 * bound ended it and what to do; quotes no value. Trying again with the same values comes to the same, unless
 * it was the time.
 */
public final class StoppedExpression extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    StoppedExpression(EvaluationStopped stopped, String expression) {
        super(stopped.getMessage() + " The expression: " + expression, null, false, true);
        this.code = stopped.code();
    }

    /** Whether it took too long, which it may not another time. */
    public boolean isOfTime() {
        return code.equals(EvaluationStopped.TIME);
    }

    /** Which bound it was, in kebab case. */
    public String code() {
        return code;
    }
}
