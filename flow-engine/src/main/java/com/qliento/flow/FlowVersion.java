package com.qliento.flow;

import com.qliento.draft.DraftVersion;
import java.time.Instant;

/**
 * A version of a flow as the engine runs it; never changes.
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

    static FlowVersion of(DraftVersion version, String definitionId) {
        return new FlowVersion(
                version.key(),
                version.version(),
                version.content(),
                definitionId,
                version.publishedAt(),
                version.publishedBy(),
                version.note());
    }

    @Override
    public String toString() {
        return "FlowVersion[" + flowKey + " " + version + "]";
    }
}
