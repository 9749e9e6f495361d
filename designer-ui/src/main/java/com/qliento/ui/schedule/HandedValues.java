package com.qliento.ui.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.qliento.problem.Problem;
import java.util.stream.Collectors;

/** What a schedule hands to its flow, as somebody writes it: one a line, {@code name = value}. */
final class HandedValues {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HandedValues() {}

    /** Numbers, true, false, lists and objects are those; all else is text. Throws {@link Problem} for another line. */
    static ObjectNode read(String text) {
        var values = JSON.createObjectNode();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw Problem.invalid("values", "Write each value on a line of its own, as: name = value");
            }
            values.set(
                    line.substring(0, equals).strip(),
                    value(line.substring(equals + 1).strip()));
        });
        return values;
    }

    private static JsonNode value(String text) {
        try {
            var read = JSON.readTree(text);
            return read == null || read.isMissingNode() || read.isNull() ? new TextNode(text) : read;
        } catch (JsonProcessingException plain) {
            return new TextNode(text);
        }
    }

    /** The same lines again. */
    static String text(ObjectNode values) {
        return values.properties().stream()
                .map(value -> value.getKey() + " = " + shown(value.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** A text that looks like something else, or has lines, stands in quotes. */
    private static String shown(JsonNode value) {
        if (!value.isTextual()) {
            return value.toString();
        }
        var text = value.asText();
        return text.equals(text.strip())
                        && text.lines().count() <= 1
                        && value(text).equals(value)
                ? text
                : value.toString();
    }
}
