package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a customer sends.
 *
 * @param id from {@link Uplink#newId()}
 * @param content Meta's object under the type's name
 * @param replyTo id of the message that is answered
 */
public record WrittenMessage(
        String id, String type, JsonNode content, @Nullable String replyTo, Instant at) {

    @Override
    public String toString() {
        return "WrittenMessage[type=" + type + "]";
    }
}
