package com.qliento.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that went or goes out, as it is listed. The content is sealed for the place {@code outbox_message.content}.
 *
 * @param state queued, unsure, accepted, sent, delivered, read, played, failed, parked, dropped or unsent (it was empty)
 * @param reason why it failed, is parked or still waits: in plain words, or a word for it such as {@code number_paused}
 */
public record OutboxEntry(
        UUID id,
        UUID channel,
        UUID contact,
        @Nullable String element,
        String state,
        Instant stateAt,
        @Nullable Integer errorCode,
        @Nullable String reason,
        byte[] content,
        Instant queuedAt) {

    @Override
    public String toString() {
        return "OutboxEntry[" + id + "]";
    }
}
