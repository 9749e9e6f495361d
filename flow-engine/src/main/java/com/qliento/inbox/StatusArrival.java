package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp says how a sent message fares.
 *
 * @param delivery our own id of the message, when the status brings it back; null otherwise
 * @param messageKey blind index of WhatsApp's id of the message
 * @param status WhatsApp's word in lower case
 * @param rank statuses come in any order and twice; a higher rank is further on
 */
public record StatusArrival(
        UUID channel,
        @Nullable UUID delivery,
        byte[] messageKey,
        String status,
        int rank,
        Instant at,
        @Nullable Integer errorCode) {

    @Override
    public String toString() {
        return "StatusArrival[" + status + "]";
    }
}
