package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into a tree. What no tree can hold, or only at a price, becomes the text it was, and the rest is
 * read: a number of more than 1,000 digits, before or behind its point, an object that says a name twice, what lies
 * deeper than 64.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 1_000;
    private static final int DIGITS_OF_INT = 9;
    private static final int DIGITS_OF_LONG = 18;

    private final byte[] body;
    private final JsonParser parser;

    private JsonTree(byte[] body, JsonParser parser) {
        this.body = body;
        this.parser = parser;
    }

    /** The value; an exception when it is no JSON, or something stands behind it. */
    static JsonNode read(byte[] body) throws IOException {
        try (JsonParser parser = WebhookJson.FACTORY.createParser(body)) {
            JsonNode read = new JsonTree(body, parser).value(parser.nextToken(), 1);
            if (parser.nextToken() != null) {
                throw new IOException("something stands behind it");
            }
            return read;
        }
    }

    /** The number, unless it is too long to be written out. */
    static @Nullable BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            long before = (long) number.precision() - number.scale();
            return Math.max(before, number.scale()) > MOST_DIGITS ? null : number;
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private JsonNode value(@Nullable JsonToken token, int depth) throws IOException {
        if (token == null) {
            throw new IOException("nothing is there");
        }
        return switch (token) {
            case START_OBJECT -> depth > DEEPEST ? whole() : object(depth);
            case START_ARRAY -> depth > DEEPEST ? whole() : array(depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> fraction(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IOException("no value");
        };
    }

    private JsonNode object(int depth) throws IOException {
        long from = begin();
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (object.has(name)) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    parser.skipChildren();
                }
                return NODES.textNode(since(from));
            }
            object.set(name, value(parser.nextToken(), depth + 1));
        }
        return object;
    }

    private JsonNode array(int depth) throws IOException {
        var array = NODES.arrayNode();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            array.add(value(next, depth + 1));
        }
        return array;
    }

    private JsonNode whole() throws IOException {
        long from = begin();
        parser.skipChildren();
        return NODES.textNode(since(from));
    }

    private static JsonNode whole(String number) {
        if (number.length() <= DIGITS_OF_INT) {
            return NODES.numberNode(Integer.parseInt(number));
        }
        if (number.length() <= DIGITS_OF_LONG) {
            return NODES.numberNode(Long.parseLong(number));
        }
        return number.length() > MOST_DIGITS ? NODES.textNode(number) : NODES.numberNode(new BigInteger(number));
    }

    private static JsonNode fraction(String number) {
        BigDecimal read = decimal(number);
        return read == null ? NODES.textNode(number) : NODES.numberNode(read);
    }

    private long begin() {
        return parser.currentTokenLocation().getByteOffset();
    }

    private String since(long from) throws IOException {
        long to = parser.currentLocation().getByteOffset();
        if (from < 0 || to > body.length) {
            throw new IOException("not in UTF-8");
        }
        return new String(body, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }
}
