package com.qliento.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flow of an organisation: its draft, and which version of it is live.
 *
 * @param revision goes up with each save that changes the draft
 * @param draftBy the name of the actor who saved it last
 */
public record FlowDraft(
        String key,
        String name,
        byte[] bpmn,
        long revision,
        Instant draftAt,
        String draftBy,
        @Nullable Integer liveVersion) {

    @Override
    public String toString() {
        return "FlowDraft[" + key + " " + revision + "]";
    }
}
