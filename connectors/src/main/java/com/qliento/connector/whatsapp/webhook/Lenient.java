package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields whatever their JSON type is: what cannot be read as asked is null, never an exception. */
final class Lenient {
    private static final int MAX_ID = 512;
    private static final int MAX_NUMBER = 40;
    /** Seconds stay below this until the year 5138, milliseconds are above it since 1973. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private Lenient() {}

    /** Text, number or boolean as text. Characters that no database text can hold are replaced. */
    static @Nullable String text(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isValueNode() && !node.isNull() ? storable(node.asText()) : null;
    }

    /** As {@link #text}, but blank is null. */
    static @Nullable String words(JsonNode parent, String name) {
        String text = text(parent, name);
        return text == null || text.isBlank() ? null : text;
    }

    /** An identifier: at most 512 characters, not blank, nothing that is not printable; else null. */
    static @Nullable String id(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isTextual() || node.isIntegralNumber() ? cleanId(node.asText()) : null;
    }

    static @Nullable String cleanId(String id) {
        if (id.isBlank() || id.length() > MAX_ID) {
            return null;
        }
        return id.chars().allMatch(Lenient::printable) ? id : null;
    }

    static boolean flag(JsonNode parent, String name) {
        return parent.path(name).asText().equals("true");
    }

    /** A number that somebody could mean: of at most 40 digits before and behind its point. */
    static @Nullable BigDecimal number(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        String text = node.isNumber() || node.isTextual() ? node.asText() : "";
        BigDecimal number = text.isEmpty() || text.length() > MAX_NUMBER ? null : JsonTree.decimal(text);
        return number == null || Math.max(number.scale(), number.precision() - number.scale()) > MAX_NUMBER
                ? null
                : number;
    }

    static @Nullable Integer integer(JsonNode parent, String name) {
        Long found = wholeNumber(parent.path(name));
        return found == null || found.intValue() != found ? null : Integer.valueOf(found.intValue());
    }

    /** Seconds or milliseconds since 1970, as text or number; null if it is neither or not after 1970. */
    static @Nullable Instant instant(JsonNode parent, String name) {
        Long since1970 = wholeNumber(parent.path(name));
        if (since1970 == null || since1970 <= 0 || since1970 >= MILLIS_FROM * 1000) {
            return null;
        }
        return since1970 >= MILLIS_FROM ? Instant.ofEpochMilli(since1970) : Instant.ofEpochSecond(since1970);
    }

    /** The objects of an array, in order; anything else in it is left out. */
    static List<JsonNode> objects(JsonNode array) {
        var found = new ArrayList<JsonNode>();
        if (array.isArray()) {
            array.forEach(node -> {
                if (node.isObject()) {
                    found.add(node);
                }
            });
        }
        return found;
    }

    private static @Nullable Long wholeNumber(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? node.longValue() : null;
        }
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty() || text.length() > 19) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean printable(int character) {
        return !Character.isISOControl(character) && !Character.isSurrogate((char) character);
    }

    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
