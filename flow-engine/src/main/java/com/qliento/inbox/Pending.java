package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that waits in its lane. The content is sealed for the place {@code inbox_message.content} of this id. */
public record Pending(
        UUID id,
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
