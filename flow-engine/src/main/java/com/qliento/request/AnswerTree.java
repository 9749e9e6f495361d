package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * An answer as people look at it and pick of it: each field with its way, its type and its value as it stands there, which
 * no browser makes another number of. Of one that is very large the beginning.
 */
final class AnswerTree {

    private static final int MOST = 2_000;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST = 300;
    private static final String LEFT = "left";

    private final UnaryOperator<String> masked;
    private int fields;

    AnswerTree(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    /** Of the body of an answer; {@code path} is missing where a secret stands in it. */
    JsonNode of(JsonNode body) {
        return field("body", "body", body);
    }

    private ObjectNode field(String key, String path, JsonNode value) {
        fields++;
        var field = JsonNodeFactory.instance.objectNode().put("key", cut(masked.apply(key)));
        if (masked.apply(path).equals(path)) {
            field.put("path", path);
        }
        if (value.isObject()) {
            object(field.put("type", "object"), path, value);
        } else if (value.isArray()) {
            list(field.put("type", "list"), path, value);
        } else if (value.isNull()) {
            field.put("type", "null");
        } else {
            field.put("type", PickType.guessed(value).word()).put("shown", cut(masked.apply(shown(value))));
        }
        return field;
    }

    private void object(ObjectNode field, String path, JsonNode value) {
        var parts = field.put("size", value.size()).putArray("parts");
        for (var part : value.properties()) {
            if (parts.size() >= MOST_PARTS || fields >= MOST) {
                break;
            }
            parts.add(field(part.getKey(), PickPath.child(path, part.getKey()), part.getValue()));
        }
        field.put(LEFT, value.size() - parts.size());
    }

    private void list(ObjectNode field, String path, JsonNode value) {
        var parts = field.put("size", value.size()).putArray("parts");
        while (parts.size() < Math.min(value.size(), MOST_PARTS) && fields < MOST) {
            int number = parts.size() + 1;
            parts.add(field(Integer.toString(number), PickPath.item(path, number), value.get(number - 1)));
        }
        field.put(LEFT, value.size() - parts.size());
    }

    private static String shown(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String cut(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
