package com.qliento.simulator.phone;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a chat as the customer's phone knows it.
 *
 * @param revision grows with every change in any chat: ask for what is newer than the last one seen
 * @param customer the customer's number, digits only
 * @param from who wrote it
 * @param content Meta's object under the type's name
 * @param shown text of a template with its values in
 * @param replyTo id of the quoted message
 * @param status pending, delivered, read, refused or failed for the customer's; accepted, sent, delivered or read for
 *     the business's
 * @param refusal why the webhook is not taken, while the status is refused or failed
 */
record ChatMessage(
        long revision,
        String id,
        String customer,
        String phoneNumberId,
        Side from,
        String type,
        JsonNode content,
        @Nullable String shown,
        @Nullable String replyTo,
        Instant at,
        String status,
        @Nullable Refusal refusal) {

    /** Who wrote a message. */
    enum Side {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("business")
        BUSINESS
    }

    /**
     * @param httpStatus what the webhook's receiver answered, 0 when there was no answer
     * @param attempts how often it was tried
     */
    record Refusal(int httpStatus, int attempts) {}

    ChatMessage with(String newStatus, @Nullable Refusal newRefusal) {
        return new ChatMessage(
                revision, id, customer, phoneNumberId, from, type, content, shown, replyTo, at, newStatus, newRefusal);
    }

    ChatMessage at(long newRevision) {
        return new ChatMessage(
                newRevision, id, customer, phoneNumberId, from, type, content, shown, replyTo, at, status, refusal);
    }

    @Override
    public String toString() {
        return "ChatMessage[from=" + from + ", type=" + type + ", status=" + status + "]";
    }
}
