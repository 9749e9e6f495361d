package com.qliento.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, or is to be: facts, no content.
 *
 * @param event the {@code webhook-id} it has, the same each time it is sent
 * @param type what happened, such as {@code message.received}
 * @param outcome of the last try, a fixed word; null before the first
 * @param status what the endpoint answered last, a status of HTTP; null when it answered nothing
 * @param millis how long the last try took
 * @param nextAt when it is tried again; null when it is not, or not yet known
 */
public record WebhookDelivery(
        UUID id,
        UUID event,
        String type,
        State state,
        int attempts,
        @Nullable String outcome,
        @Nullable Integer status,
        @Nullable Integer millis,
        Instant happenedAt,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt) {

    /** What became of it. */
    public enum State {
        /** It is sent now, or tried again. */
        WAITING,
        /** The endpoint took it. */
        DELIVERED,
        /** The endpoint did not take it, and it is not tried again. */
        FAILED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
