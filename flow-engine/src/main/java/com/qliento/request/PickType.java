package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.FeelJson;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a picked value has to be. Nothing is made fit: a number in quotes is text, and a date with a time no date. */
enum PickType {
    TEXT {
        @Override
        @Nullable
        Object value(JsonNode json) {
            return json.textValue();
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.textNode("x");
        }
    },
    NUMBER {
        @Override
        @Nullable
        Object value(JsonNode json) {
            return json.isNumber() ? json.decimalValue() : null;
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.numberNode(1);
        }
    },
    BOOLEAN {
        @Override
        @Nullable
        Object value(JsonNode json) {
            return json.isBoolean() ? json.booleanValue() : null;
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.booleanNode(true);
        }
    },
    /** A text such as {@code 2026-03-29}. */
    DATE {
        @Override
        @Nullable
        Object value(JsonNode json) {
            return json.isTextual() ? read(json.textValue(), LocalDate::parse) : null;
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.textNode("2026-03-29");
        }
    },
    /** A text such as {@code 2026-03-29T12:00:00Z}; without an offset it is a time of nowhere. */
    DATE_TIME {
        @Override
        @Nullable
        Object value(JsonNode json) {
            if (!json.isTextual()) {
                return null;
            }
            var somewhere = read(json.textValue(), ZonedDateTime::parse);
            return somewhere == null ? read(json.textValue(), LocalDateTime::parse) : somewhere;
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.textNode("2026-03-29T12:00:00Z");
        }
    },
    /** Whatever it is, lists and objects with all that is in them. */
    ANY {
        @Override
        @Nullable
        Object value(JsonNode json) {
            return FeelJson.value(json);
        }

        @Override
        JsonNode sample() {
            return JsonNodeFactory.instance.objectNode();
        }
    };

    /** The value as expressions know it; null when it is of another type. */
    abstract @Nullable Object value(JsonNode json);

    /** A value of this type, made up. */
    abstract JsonNode sample();

    private interface Reading {
        Object of(String text);
    }

    private static @Nullable Object read(String text, Reading reading) {
        try {
            return reading.of(text);
        } catch (DateTimeException another) {
            return null;
        }
    }

    /** The type that authors call so. */
    static Optional<PickType> of(String word) {
        for (var type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What this seems to be. */
    static PickType guessed(JsonNode json) {
        if (json.isTextual()) {
            return DATE.value(json) != null ? DATE : DATE_TIME.value(json) != null ? DATE_TIME : TEXT;
        }
        return json.isNumber() ? NUMBER : json.isBoolean() ? BOOLEAN : ANY;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
