package com.qliento.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to a trigger's address.
 *
 * @param header the value of a header by its name in any case; null when there is none
 * @param query parameters of the address, each once
 */
record Arrived(byte[] body, String contentType, Function<String, @Nullable String> header, Map<String, String> query) {

    /** Bytes of a body. */
    static final int MOST_BYTES = 1024 * 1024;

    static final String FORM = "application/x-www-form-urlencoded";

    private static final ProblemType TOO_LARGE =
            new ProblemType(ProblemKind.TOO_LARGE, "hook-too-large", "The body is too large");
    private static final int MOST_FIELDS = 1_000;

    /**
     * As it was sent. Throws {@link Problem} for a body that is too large, and for a query that can't be read.
     *
     * @param query what stands behind the question mark of the address: the server would read a form's fields for it
     */
    static Arrived of(
            byte[] body, String contentType, Function<String, @Nullable String> header, @Nullable String query) {
        if (body.length > MOST_BYTES) {
            throw TOO_LARGE.because("A trigger takes " + MOST_BYTES + " bytes at most. Send less.");
        }
        var fields = new LinkedHashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            form(query)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
        }
        return new Arrived(body, contentType, header, fields);
    }

    /** The body and the query as one tree; a form's fields are texts. Throws {@link Problem} for a body that is neither. */
    JsonNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        var fields = tree.putObject("query");
        query.forEach(fields::put);
        if (contentType.startsWith(FORM)) {
            tree.set("body", form(new String(body, StandardCharsets.UTF_8)));
        } else if (body.length > 0) {
            tree.set("body", json());
        }
        return tree;
    }

    private JsonNode json() {
        try {
            return SentJson.read(body);
        } catch (UncheckedIOException none) {
            throw Problem.invalid(
                    "body",
                    "The body is read as JSON (100 levels deep at most), or as a form when its type is " + FORM
                            + "; this is neither.");
        }
    }

    static ObjectNode form(String text) {
        var form = JsonNodeFactory.instance.objectNode();
        var pairs = text.isBlank() ? new String[0] : text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw Problem.invalid("body", "A form has " + MOST_FIELDS + " fields at most.");
        }
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.invalid("body", "A field of the form is not encoded as a form is.");
        }
    }

    /** Nothing of what came. */
    @Override
    public String toString() {
        return "Arrived";
    }
}
