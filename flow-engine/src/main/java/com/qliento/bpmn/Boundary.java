package com.qliento.bpmn;

/**
 * What ends the waiting of an ask other than an answer.
 *
 * @param host the ask's element id
 * @param duration ISO 8601; empty for the one that catches used-up attempts
 */
public record Boundary(String id, String name, String host, String duration) {

    public boolean timer() {
        return !duration.isEmpty();
    }
}
