package com.qliento.rules.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each thing once, and stops where nobody would read on. */
final class DecisionProblems {

    static final int MOST = 200;

    private final Set<DecisionProblem> problems = new LinkedHashSet<>();

    void add(DecisionProblem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    boolean errors() {
        return problems.stream().anyMatch(DecisionProblem::error);
    }

    /** Errors first. */
    List<DecisionProblem> list() {
        var sorted = new ArrayList<DecisionProblem>(problems);
        sorted.sort((one, other) -> Boolean.compare(other.error(), one.error()));
        return List.copyOf(sorted);
    }
}
