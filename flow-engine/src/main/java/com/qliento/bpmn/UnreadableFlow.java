package com.qliento.bpmn;

import java.util.Locale;

/** The file can't be read as a flow at all; {@link #problem} says why and where. */
public final class UnreadableFlow extends RuntimeException {

    private final transient Said said;
    private final int line;

    UnreadableFlow(Said said, int line) {
        super(said.sentence(Locale.ENGLISH));
        this.said = said;
        this.line = line;
    }

    /** What is wrong, for the author of the file, in their language. */
    public FlowProblem problem(Locale language) {
        return FlowProblem.ofFile(said, line, language);
    }
}
