package com.qliento.bpmn;

/**
 * What leaves a block by its edge, not by its arrow: time that is up while it asks, or one of its exits.
 *
 * @param host the block's element id
 * @param duration ISO 8601; empty for an exit
 * @param code of the exit; empty for time
 */
public record Boundary(String id, String name, String host, String duration, String code) {

    /** Whether it is time, and no exit of the block. */
    public boolean timer() {
        return !duration.isEmpty();
    }
}
