package com.qliento.conversation;

import java.time.Instant;
import java.util.List;

/** What happened at one time: where the conversation came through, in order. */
public record PathStep(Instant at, List<Visit> visits) {

    static PathStep of(ConversationListing.TraceStep step) {
        return new PathStep(step.at(), step.path().stream().map(Visit::of).toList());
    }
}
