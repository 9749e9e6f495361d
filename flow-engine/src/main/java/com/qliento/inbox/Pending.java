package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a lane. A message's content is sealed for the place {@code inbox_message.content} of this id, a result's
 * for that of its sender.
 */
public record Pending(
        UUID id,
        Source source,
        String kind,
        byte[] content,
        Instant receivedAt,
        boolean held,
        int attempts,
        @Nullable Instant nextAttemptAt) {

    @Override
    public String toString() {
        return "Pending[" + id + "]";
    }
}
