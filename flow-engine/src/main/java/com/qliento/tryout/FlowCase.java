package com.qliento.tryout;

import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A chat that a flow must keep having as it is. Made of invented words: it is stored in clear. */
public record FlowCase(UUID id, String name, Persona persona, List<CaseStep> steps) {

    static final int MOST_STEPS = 400;
    static final int LONGEST_NAME = 120;

    public FlowCase {
        name = name == null ? "" : KeptText.of(name).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A test case has a name of at most " + LONGEST_NAME + " characters.")
                    .with("most", LONGEST_NAME);
        }
        if (steps == null
                || steps.isEmpty()
                || steps.size() > MOST_STEPS
                || steps.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("steps", "A test case has 1 to " + MOST_STEPS + " steps. Chat first, then save.");
        }
        steps = List.copyOf(steps);
    }

    /** The same case of another flow. */
    FlowCase anew() {
        return new FlowCase(UUID.randomUUID(), name, persona, steps);
    }

    @Override
    public String toString() {
        return "FlowCase[" + id + "]";
    }
}
