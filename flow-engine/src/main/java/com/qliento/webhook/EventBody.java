package com.qliento.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What is sent, in the form of Standard Webhooks: {@code {"type": ..., "timestamp": ..., "data": {...}}}. */
final class EventBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventBody() {}

    /** @param content what was said besides; empty when the endpoint is not to have it */
    static byte[] of(String type, Instant at, ObjectNode facts, ObjectNode content) {
        var body = JsonNodeFactory.instance.objectNode().put("type", type).put("timestamp", at.toString());
        var data = body.putObject("data");
        data.setAll(facts);
        data.setAll(content);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
