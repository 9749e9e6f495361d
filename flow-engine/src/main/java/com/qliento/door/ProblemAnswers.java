package com.qliento.door;

import com.qliento.problem.Problem;

/** How problems are told over HTTP. The interfaces have one way for all; the doors, which stand before them, ask for it. */
public interface ProblemAnswers {

    /** The answer's status. */
    int status(Problem problem);

    /** The answer's body, {@code application/problem+json}. */
    byte[] body(Problem problem);
}
