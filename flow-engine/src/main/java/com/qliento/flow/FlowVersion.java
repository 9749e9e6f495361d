package com.qliento.flow;

import java.time.Instant;

/** A version of a flow that was published; never changes. */
public record FlowVersion(
        String flowKey, int version, byte[] bpmn, String definitionId, Instant publishedAt, String publishedBy) {

    @Override
    public String toString() {
        return "FlowVersion[" + flowKey + " " + version + "]";
    }
}
