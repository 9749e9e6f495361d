package com.qliento.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation has of a kind under one key: its draft, and which version of it is live.
 *
 * @param content its file
 * @param revision goes up with each save that changes the draft
 * @param draftBy the name of the actor who saved it last
 */
public record Draft(
        String key,
        String name,
        byte[] content,
        long revision,
        Instant draftAt,
        String draftBy,
        @Nullable Integer liveVersion) {

    @Override
    public String toString() {
        return "Draft[" + key + " " + revision + "]";
    }
}
