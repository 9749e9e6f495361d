package com.qliento.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How operations answer when they refuse: always with one and the same shape, that of RFC 9457. */
final class Refusals {

    private static final String SHAPE = "Problem";

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("400", "The request can't be read, or a parameter is of another kind");
        ALL.put("401", "No API key, or none that is known");
        ALL.put("404", "There is no such thing for this organisation");
        ALL.put("406", "The header Accept names no type that this operation answers with");
        ALL.put("409", "Not in the state it is in, or changed by somebody else since");
        ALL.put("413", "The body is too large");
        ALL.put("415", "A body of this type can't be used");
        ALL.put("422", "A field or a file can't be used");
        ALL.put("503", "Not available now; nothing was changed");
        ALL.put("default", "Any other refusal, of the same shape");
    }

    private Refusals() {}

    /** Puts the shape and the refusals among the parts of the description. */
    static void describe(OpenAPI description) {
        description.getComponents().addSchemas(SHAPE, shape());
        ALL.forEach((status, words) -> {
            var answer = new ApiResponse()
                    .description(words)
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SHAPE))));
            if (status.equals("401")) {
                answer.addHeaderObject("WWW-Authenticate", new Header().schema(typed("string")));
            } else if (status.equals("503")) {
                answer.addHeaderObject("Retry-After", new Header().schema(typed("integer")));
            }
            description.getComponents().addResponses(name(status), answer);
        });
    }

    private static Schema<?> shape() {
        Schema<?> problem = typed("object")
                .description("A refusal (RFC 9457). Some have further members, such as 'problems'.")
                .addProperty("type", typed("string").description("urn:qliento:problem:... of its kind"))
                .addProperty("title", typed("string").description("The same sentence for every problem of this kind"))
                .addProperty("status", typed("integer").description("The HTTP status"))
                .addProperty("detail", typed("string").description("What happened here and what to do"))
                .addProperty("instance", typed("string").description("The address that was asked"))
                .addProperty("field", typed("string").description("The parameter, header or field it is about"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> typed(String type) {
        var typed = new Schema<>();
        typed.setType(type);
        typed.setTypes(Set.of(type));
        return typed;
    }

    private static String name(String status) {
        return status.equals("default") ? "Refused" : "Refused" + status;
    }

    /** Names those that this operation can answer with. */
    static void add(Operation operation, HttpMethod method, boolean ofOne) {
        boolean body = operation.getRequestBody() != null;
        boolean changes = method != HttpMethod.GET;
        ALL.keySet().stream()
                .filter(status -> switch (status) {
                    case "404" -> ofOne;
                    case "409" -> changes;
                    case "413", "415" -> body;
                    default -> true;
                })
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name(status))));
    }
}
