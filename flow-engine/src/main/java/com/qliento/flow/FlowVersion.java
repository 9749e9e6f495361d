package com.qliento.flow;

import java.time.Instant;

/**
 * A version of a flow that was published; never changes.
 *
 * @param publishedBy the name of the actor
 * @param note what its author says is new; empty when they said nothing
 */
public record FlowVersion(
        String flowKey,
        int version,
        byte[] bpmn,
        String definitionId,
        Instant publishedAt,
        String publishedBy,
        String note) {

    @Override
    public String toString() {
        return "FlowVersion[" + flowKey + " " + version + "]";
    }
}
