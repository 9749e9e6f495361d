package com.qliento.flow;

/** The file can't be read as a flow at all; {@link #problem()} says why and where. */
public final class UnreadableFlow extends RuntimeException {

    private final transient FlowProblem problem;

    UnreadableFlow(String code, int line, String message) {
        super(message);
        this.problem = FlowProblem.ofFile(code, line, message);
    }

    /** What is wrong, for the author of the file. */
    public FlowProblem problem() {
        return problem;
    }
}
