package com.qliento.outbox;

import com.qliento.inbox.Lane;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in memory, opened, waiting for its turn.
 *
 * @param reply whether it answers what the customer just wrote
 * @param attempts tries so far that failed for the message's own sake; throttling and outages count nothing
 * @param refusal why it may not be sent, in a fixed word; null while nobody said so
 */
record Ready(
        UUID id,
        Lane lane,
        byte[] json,
        Instant freeUntil,
        boolean reply,
        int attempts,
        boolean unsure,
        @Nullable Instant notBefore,
        @Nullable String refusal) {

    /** The same message as this call. */
    Ready as(byte[] otherJson) {
        return new Ready(id, lane, otherJson, freeUntil, reply, attempts, unsure, notBefore, refusal);
    }

    /** The same message, which may not be sent. */
    Ready refused(String why) {
        return new Ready(id, lane, json, freeUntil, reply, attempts, unsure, notBefore, why);
    }

    /** The same message to somebody of whom nobody knows where they are reached. */
    Ready toNobody() {
        return as(new byte[0]);
    }

    boolean isToNobody() {
        return json.length == 0;
    }

    @Override
    public String toString() {
        return "Ready[" + id + "]";
    }
}
