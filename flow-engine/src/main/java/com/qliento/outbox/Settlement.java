package com.qliento.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a try to send came to.
 *
 * @param state the message's state from now on; {@code queued} and {@code unsure} stay in the queue
 * @param next when to try again; null when it is settled
 * @param attempts tries so far that failed for the message's own sake
 * @param reason in plain words; nothing personal
 * @param messageId WhatsApp's id, when it accepted the message
 * @param pausedUntil until when nothing of its number goes; null when the number is not to blame
 */
record Settlement(
        Ready message,
        String state,
        @Nullable Instant next,
        int attempts,
        @Nullable Integer errorCode,
        @Nullable String reason,
        @Nullable String messageId,
        @Nullable Instant pausedUntil) {

    static Settlement accepted(Ready message, String messageId) {
        return new Settlement(message, "accepted", null, message.attempts(), null, null, messageId, null);
    }

    static Settlement failed(Ready message, int code, String reason) {
        return new Settlement(message, "failed", null, message.attempts(), code, reason, null, null);
    }

    /** We may not send it. It can be tried again, and is asked about again then. */
    static Settlement refused(Ready message, String reason) {
        return new Settlement(message, "failed", null, message.attempts(), null, reason, null, null);
    }

    static Settlement parked(Ready message, String reason, @Nullable Integer code) {
        return new Settlement(message, "parked", null, message.attempts(), code, reason, null, null);
    }

    static Settlement again(Ready message, Instant next, @Nullable Integer code) {
        return new Settlement(message, "queued", next, message.attempts(), code, null, null, null);
    }

    static Settlement unsure(Ready message, Instant next) {
        return new Settlement(message, "unsure", next, message.attempts(), null, null, null, null);
    }

    /** The same after so many tries that failed for the message's own sake. */
    Settlement after(int failedTries) {
        return new Settlement(message, state, next, failedTries, errorCode, reason, messageId, pausedUntil);
    }

    /** The same, which is so because its number is paused until then. */
    Settlement whilePausedUntil(Instant until) {
        return new Settlement(message, state, next, attempts, errorCode, reason, messageId, until);
    }

    boolean settled() {
        return next == null;
    }

    UUID id() {
        return message.id();
    }

    @Override
    public String toString() {
        return "Settlement[" + id() + " " + state + "]";
    }
}
