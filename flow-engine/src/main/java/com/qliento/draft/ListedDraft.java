package com.qliento.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft in a list, without its file.
 *
 * @param draftBy the name of the actor who saved it last
 * @param ahead whether the draft is another than the version that is live
 */
public record ListedDraft(
        String key,
        String name,
        Instant draftAt,
        String draftBy,
        @Nullable Integer liveVersion,
        boolean ahead) {}
