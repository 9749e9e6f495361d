package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body that marks a message as read. */
final class ReadReceipt {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadReceipt() {}

    static byte[] toJson(String messageId, boolean typing) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", messageId);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three strings are always JSON", e);
        }
    }
}
