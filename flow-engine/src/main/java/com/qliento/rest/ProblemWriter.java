package com.qliento.rest;

import com.qliento.door.ProblemAnswers;
import com.qliento.problem.Problem;
import org.springframework.stereotype.Component;

/** Tells the doors' problems as all others are told. */
@Component
final class ProblemWriter implements ProblemAnswers {

    @Override
    public int status(Problem problem) {
        return ProblemStatus.of(problem.type().kind());
    }

    @Override
    public byte[] body(Problem problem) {
        return StatusProblem.of(problem).json();
    }
}
