package com.qliento.rules.feel;

/** The expression can't be compiled or is not allowed; {@link #problem()} says why and where. */
public final class InvalidExpression extends RuntimeException {

    private final transient ExpressionProblem problem;

    InvalidExpression(ExpressionProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** What is wrong, for whoever wrote it. */
    public ExpressionProblem problem() {
        return problem;
    }
}
