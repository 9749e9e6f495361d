package com.qliento.flow;

import java.util.List;

/**
 * A value about a customer that a decision can ask about.
 *
 * @param expression FEEL that gives it
 * @param flow the name of the flow that keeps it; empty for what is known of every contact
 * @param text whether it is text for sure; else it may be anything
 * @param values the texts it can have; none when it can have any
 */
public record KnownValue(String expression, String flow, boolean text, List<String> values) {

    public KnownValue {
        values = List.copyOf(values);
    }

    /** Whether it is known of every contact, whatever flow runs. */
    public boolean ofContact() {
        return flow.isEmpty();
    }
}
