package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** How webhook bodies are read and written: with limits, and with exact numbers. */
final class WebhookJson {
    /** Values, names and brackets of a body. The largest that Meta sends has half as many, and each costs up to 70 bytes. */
    private static final int MOST_TOKENS = 250_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxTokenCount(MOST_TOKENS)
                    .maxStringLength(WebhookBody.MAX_BYTES)
                    // Read as text; only those of a bearable length become numbers.
                    .maxNumberLength(WebhookBody.MAX_BYTES)
                    .maxNameLength(1_000)
                    .build())
            // Names come from strangers: keep them out of the JVM's table of interned strings.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final ObjectWriter WRITER = new ObjectMapper().writer();

    private WebhookJson() {}

    static JsonNode read(byte[] body) throws MalformedWebhook {
        try {
            return JsonTree.read(body);
        } catch (IOException notJson) {
            throw new MalformedWebhook("not JSON within the limits");
        }
    }

    /** UTF-8; half a surrogate pair, which UTF-8 cannot hold, stays the escape it was. */
    static byte[] write(JsonNode json) {
        try {
            return WRITER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree can always be written");
        }
    }
}
