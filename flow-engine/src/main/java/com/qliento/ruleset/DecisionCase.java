package com.qliento.ruleset;

import java.util.Map;
import java.util.UUID;

/**
 * Inputs, and what a decision has to come to for them.
 *
 * @param inputs by name, as JSON has them
 * @param expected by name of the decision, as JSON has it
 */
public record DecisionCase(UUID id, String name, Map<String, Object> inputs, Map<String, Object> expected) {

    /** Shows no value. */
    @Override
    public String toString() {
        return "DecisionCase[" + id + "]";
    }
}
