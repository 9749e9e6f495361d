package com.qliento.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a played customer sends. One of {@code text}, {@code choiceId} or {@code type} with {@code content}.
 *
 * @param phoneNumberId the business number written to; without it, the demo's
 * @param name the customer's profile name; without it, the one known
 * @param userId business-scoped user id; without it, the one known
 * @param numberHidden whether the webhook leaves the number out; needs a user id
 * @param choiceId id of the button or list row that was tapped, with {@code title} and, for a row, {@code description}
 * @param replyTo id of the message that is answered; for a choice, the message that offered it
 * @param type Meta's message type, for everything that is not text or a choice
 * @param content Meta's object for this type
 */
record CustomerMessage(
        @Nullable String phoneNumberId,
        @Nullable String name,
        @Nullable String userId,
        @Nullable Boolean numberHidden,
        @Nullable String text,
        @Nullable String choiceId,
        @Nullable String title,
        @Nullable String description,
        @Nullable String replyTo,
        @Nullable String type,
        @Nullable JsonNode content) {

    /** The same, as an answer to this message. */
    CustomerMessage answering(@Nullable String messageId) {
        return new CustomerMessage(
                phoneNumberId,
                name,
                userId,
                numberHidden,
                text,
                choiceId,
                title,
                description,
                messageId,
                type,
                content);
    }

    @Override
    public String toString() {
        return "CustomerMessage[]";
    }
}
