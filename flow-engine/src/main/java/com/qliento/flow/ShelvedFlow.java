package com.qliento.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it stands in a list, without its drawing.
 *
 * @param draftBy the name of the actor who saved the draft last
 * @param ahead whether the draft differs from the live version; false when none is live
 * @param archivedAt since when it is in the archive; null when it is not
 */
public record ShelvedFlow(
        String key,
        String name,
        Instant draftAt,
        String draftBy,
        @Nullable Integer liveVersion,
        boolean ahead,
        List<String> tags,
        @Nullable Instant archivedAt) {}
