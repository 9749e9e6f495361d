package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the business, as it reaches a phone.
 *
 * @param customer the receiver's number, digits only
 * @param phoneNumberId the business number it is from
 * @param content Meta's object under the type's name
 * @param shown text of a template with its values in
 * @param replyTo id of the quoted message
 */
public record DeliveredMessage(
        String id,
        String customer,
        String phoneNumberId,
        String type,
        JsonNode content,
        @Nullable String shown,
        @Nullable String replyTo,
        Instant at) {

    @Override
    public String toString() {
        return "DeliveredMessage[type=" + type + "]";
    }
}
