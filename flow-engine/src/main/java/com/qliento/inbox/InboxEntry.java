package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that came in, as it is listed. The content is sealed for the place {@code inbox_message.content}.
 *
 * @param state pending, held (its flow is not listening yet), parked, dropped, done or not_handled
 * @param reason why it is or was parked, tried again or not handled
 * @param late when it was written, if it came late; null when it came at once
 */
public record InboxEntry(
        UUID id,
        UUID channel,
        @Nullable UUID contact,
        String kind,
        String state,
        @Nullable String reason,
        byte[] content,
        @Nullable Instant late,
        Instant receivedAt) {

    /** When the customer wrote it, by which it is listed. */
    public Instant at() {
        return late == null ? receivedAt : late;
    }

    @Override
    public String toString() {
        return "InboxEntry[" + id + "]";
    }
}
