package com.qliento.trigger;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Names;
import com.qliento.problem.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of what comes are whom the flow is for, and what it knows. Fields are named by JSON Pointer (RFC 6901) into
 * {@code {"body": ..., "query": ...}}.
 *
 * @param phone where the number is; null when it is about nobody
 * @param reference where that is by which a flow waits; null when a flow begins
 * @param values by name, where each value is; one that is not there is left out
 */
public record Mapping(@Nullable String phone, @Nullable String reference, Map<String, String> values) {

    /** So many values does a trigger hand over at most. */
    public static final int MOST = 50;

    /** Throws {@link Problem} for a name that no flow can keep, and for what is no JSON Pointer. */
    public Mapping {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        if (phone != null) {
            pointer("phone", phone);
        }
        if (reference != null) {
            pointer("reference", reference);
        }
        if (values.size() > MOST) {
            throw Problem.invalid("values", "A trigger hands over " + MOST + " values at most.");
        }
        values.forEach((name, at) -> {
            if (!Names.usable(name)) {
                throw Problem.invalid(
                        "values",
                        "A flow can keep a value under letters, digits and '_', 50 at most, and no word of FEEL.");
            }
            pointer("values", at);
        });
    }

    /** Of a flow that begins. */
    public Mapping(@Nullable String phone, Map<String, String> values) {
        this(phone, null, values);
    }

    private static JsonPointer pointer(String field, String text) {
        try {
            if (text.length() <= 500 && text.startsWith("/")) {
                return JsonPointer.compile(text);
            }
        } catch (IllegalArgumentException none) {
            // said below
        }
        throw Problem.invalid(
                field, "Name a field of what comes by JSON Pointer, such as /body/customer/phone or /query/phone.");
    }

    /** The same, with the number at another place; null for a flow about nobody. */
    public Mapping withPhone(@Nullable String at) {
        return new Mapping(at, reference, values);
    }

    /** The same, with that by which a flow waits at another place; null when a flow begins. */
    public Mapping withReference(@Nullable String at) {
        return new Mapping(phone, at, values);
    }

    /** The same, with a value of this name at this place, or without it (null). */
    public Mapping with(String name, @Nullable String at) {
        var more = new TreeMap<>(values);
        if (at == null) {
            more.remove(name);
        } else {
            more.put(name, at);
        }
        return new Mapping(phone, reference, more);
    }

    /** The number as it was sent, text or number; empty when there is none. */
    String phoneOf(JsonNode sent) {
        return phone == null ? "" : sent.at(phone).asText("");
    }

    /** That by which a flow waits, text or number; empty when there is none. */
    String referenceOf(JsonNode sent) {
        return reference == null ? "" : sent.at(reference).asText("").strip();
    }

    /** What a flow that waits is told: the values, or all that was sent when none are named. */
    JsonNode told(JsonNode sent) {
        return values.isEmpty() ? sent.path(sent.has("body") ? "body" : "query") : valuesOf(sent);
    }

    ObjectNode valuesOf(JsonNode sent) {
        var found = JsonNodeFactory.instance.objectNode();
        values.forEach((name, at) -> {
            var value = sent.at(at);
            if (!value.isMissingNode() && !value.isNull()) {
                found.set(name, value);
            }
        });
        return found;
    }

    @Override
    public String toString() {
        return "Mapping";
    }
}
