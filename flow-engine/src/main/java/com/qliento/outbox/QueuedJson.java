package com.qliento.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Queued messages taken apart, the few in which something is replaced before they are sent. */
final class QueuedJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueuedJson() {}

    static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException notOurs) {
            throw new UncheckedIOException("a queued message is not readable", notOurs);
        }
    }

    static byte[] written(ObjectNode message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
