package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that the business wants sent, checked.
 *
 * @param input the receiver as the request named it
 * @param receiver who gets it; a receiver that can't exist is accepted and lost, as Meta does
 * @param type message type in lower case
 * @param content what the request has under the type's name
 * @param replyTo id of the message it answers to
 * @param callbackData comes back on every status
 */
record OutgoingMessage(
        String input,
        Receiver receiver,
        String type,
        JsonNode content,
        @Nullable String replyTo,
        @Nullable String callbackData) {

    /** Who gets a message: a phone number (digits only) or a business-scoped user id. */
    record Receiver(boolean byUserId, String value) {

        @Override
        public String toString() {
            return "Receiver[byUserId=" + byUserId + "]";
        }
    }

    @Override
    public String toString() {
        return "OutgoingMessage[type=" + type + "]";
    }
}
