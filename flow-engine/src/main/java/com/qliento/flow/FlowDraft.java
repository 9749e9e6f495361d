package com.qliento.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A flow of an organisation: its draft, and which version of it is live. */
public record FlowDraft(
        String key,
        String name,
        byte[] bpmn,
        Instant draftAt,
        @Nullable Integer liveVersion) {

    @Override
    public String toString() {
        return "FlowDraft[" + key + "]";
    }
}
