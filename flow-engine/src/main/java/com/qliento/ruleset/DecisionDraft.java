package com.qliento.ruleset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision model of an organisation: its draft, and which version of it is live.
 *
 * @param revision goes up with each save that changes the draft
 * @param draftBy the name of the actor who saved it last
 */
public record DecisionDraft(
        String key,
        String name,
        byte[] dmn,
        long revision,
        Instant draftAt,
        String draftBy,
        @Nullable Integer liveVersion) {

    @Override
    public String toString() {
        return "DecisionDraft[" + key + " " + revision + "]";
    }
}
