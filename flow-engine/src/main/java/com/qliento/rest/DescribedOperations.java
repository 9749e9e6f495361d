package com.qliento.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/**
 * Completes the description: what each operation is called and is for, how it answers when it works and when it does not,
 * and what the headers mean. What code does not show is told in {@code operations.yaml}.
 */
final class DescribedOperations implements OpenApiCustomizer {

    private static final String BASE = "/api/v1";
    private static final String JSON = "application/json";
    private static final int LONGEST_KEY = 255;

    private final JsonNode told;
    private final ObjectMapper json = new ObjectMapper();

    DescribedOperations(JsonNode told) {
        this.told = told;
    }

    @Override
    public void customise(OpenAPI description) {
        Refusals.describe(description);
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) ->
                        complete(path.substring(BASE.length()), method, operation, description)));
    }

    private void complete(String path, HttpMethod method, Operation operation, OpenAPI description) {
        var words = told.path(method.name().toLowerCase(Locale.ROOT) + " " + path);
        operation.setOperationId(words.path("id").asText(operation.getOperationId()));
        operation.setSummary(words.path("summary").asText(""));
        operation.setTags(List.of(path.substring(1).split("/", 2)[0]));
        operation.setResponses(answers(method, words, operation));
        takes(words, operation);
        parameters(method, operation);
        asks(description, operation, words);
        Refusals.add(operation, method, path.contains("{"));
    }

    private ApiResponses answers(HttpMethod method, JsonNode words, Operation operation) {
        var status = HttpStatus.valueOf(words.path("status").asInt(HttpStatus.OK.value()));
        var answer = new ApiResponse().description(status.getReasonPhrase());
        var shape = operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .findFirst();
        if (words.has("answers")) {
            var content = new Content();
            words.path("answers")
                    .forEach(type -> content.addMediaType(type.asText(), new MediaType().schema(file(type.asText()))));
            answer.setContent(content);
        } else if (shape.isPresent() && status != HttpStatus.NO_CONTENT) {
            answer.setContent(new Content().addMediaType(JSON, new MediaType().schema(shape.get())));
        }
        if (words.path("location").asBoolean()) {
            answer.addHeaderObject("Location", header("Where what was made is."));
        }
        if (words.path("etag").asBoolean()) {
            answer.addHeaderObject("ETag", header("The draft's revision, to be named in If-Match."));
        }
        if (method == HttpMethod.POST) {
            answer.addHeaderObject(
                    "Idempotency-Replayed",
                    header("'true' when the answer was given before to the same Idempotency-Key."));
        }
        var all = new ApiResponses().addApiResponse(Integer.toString(status.value()), answer);
        if (method == HttpMethod.GET && words.path("etag").asBoolean()) {
            all.addApiResponse("304", new ApiResponse().description("Not changed since the revision in If-None-Match"));
        }
        return all;
    }

    private static Schema<?> file(String type) {
        return type.startsWith("text/") || type.endsWith("xml") ? text() : text().format("binary");
    }

    private static Schema<?> text() {
        var text = new Schema<String>();
        text.setType("string");
        text.setTypes(Set.of("string"));
        return text;
    }

    private static Header header(String words) {
        return new Header().description(words).schema(text());
    }

    /** Files are bodies as they are. */
    private static void takes(JsonNode words, Operation operation) {
        var types = new ArrayList<String>();
        words.path("takes").forEach(type -> types.add(type.asText()));
        var body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
            body.getContent().keySet().stream()
                    .filter(type -> !type.equals(JSON))
                    .forEach(types::add);
        }
        if (!types.isEmpty()) {
            var content = new Content();
            types.forEach(type -> content.addMediaType(type, new MediaType().schema(file(type))));
            operation.setRequestBody(new RequestBody().required(true).content(content));
        }
    }

    private static void parameters(HttpMethod method, Operation operation) {
        var all = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        for (var one : all) {
            switch (one.getName()) {
                case "cursor" -> one.setDescription("'next' of the page before; left out for the first page.");
                case "limit" -> {
                    one.setDescription("Items on a page.");
                    one.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
                    one.getSchema().setDefault(50);
                }
                case "If-Match" -> one.setDescription("A revision as ETag gave it: only when nobody saved since.");
                case "Accept-Language" -> one.setDescription("The language of the findings: en, es or pt.");
                default -> one.setDescription(one.getDescription());
            }
        }
        if (method == HttpMethod.POST) {
            all.add(new Parameter()
                    .name("Idempotency-Key")
                    .in("header")
                    .required(false)
                    .description(
                            "The same key with the same request changes nothing and gets the same answer, for a day.")
                    .schema(text().minLength(1).maxLength(LONGEST_KEY)));
        }
        operation.setParameters(all);
    }

    /** What a body asks for: what is told and nothing else, whatever answers of the same shape always have. */
    private void asks(OpenAPI description, Operation operation, JsonNode words) {
        var body = operation.getRequestBody();
        var media = body == null || body.getContent() == null
                ? null
                : body.getContent().get(JSON);
        if (media == null) {
            return;
        }
        if (words.has("example")) {
            media.setExample(json.convertValue(words.path("example"), Object.class));
        }
        var name = media.getSchema().get$ref().replaceFirst(".*/", "");
        var required = new ArrayList<String>();
        words.path("required").forEach(field -> required.add(field.asText()));
        Schema<?> schema =
                Objects.requireNonNull(description.getComponents().getSchemas().get(name), name);
        schema.setRequired(required.isEmpty() ? null : required);
    }
}
