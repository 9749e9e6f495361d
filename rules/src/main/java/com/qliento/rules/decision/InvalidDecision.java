package com.qliento.rules.decision;

import java.util.List;
import java.util.Locale;

/** A decision model that can't be read, compiled or allowed; {@link #problems()} says why, at least one an error. */
public final class InvalidDecision extends RuntimeException {

    private final transient List<DecisionProblem> problems;

    InvalidDecision(List<DecisionProblem> problems) {
        super(problems.get(0).message(Locale.ENGLISH));
        this.problems = List.copyOf(problems);
    }

    InvalidDecision(DecisionProblem problem) {
        this(List.of(problem));
    }

    public List<DecisionProblem> problems() {
        return problems;
    }
}
