package com.qliento.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What a person reads first of a message that goes out, by the body of its call. */
public final class SaidText {

    private SaidText() {}

    /** The text, the question, or what stands under a file; empty when there is none. */
    public static String of(JsonNode message) {
        var content = message.path(message.path("type").asText());
        return Stream.of("/body", "/body/text", "/caption", "/filename")
                .map(place -> content.at(place).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
