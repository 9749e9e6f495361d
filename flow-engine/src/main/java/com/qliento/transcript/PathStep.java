package com.qliento.transcript;

import com.qliento.conversation.Visit;
import java.time.Instant;
import java.util.List;

/** What happened at one time: where the conversation came through, in order. */
public record PathStep(Instant at, List<Visit> visits) {

    public static PathStep of(ConversationListing.TraceStep step) {
        return new PathStep(step.at(), step.path().stream().map(Visit::of).toList());
    }
}
