package com.qliento.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * The OpenAPI description, against which every answer is held that a test gets of the REST interface: its status, its
 * type, and its body with nothing in it that is not described.
 */
public final class Described {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;
    private final Map<String, Pattern> paths = new ConcurrentHashMap<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Set<String> done = new ConcurrentSkipListSet<>();

    Described(String openApi) {
        description = read(openApi);
        closed(description.at("/components/schemas"));
        description
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> paths.put(path, Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+"))));
    }

    /** Nothing that is not described may be in an answer. */
    private static void closed(JsonNode node) {
        if (node instanceof ObjectNode object && node.has("properties") && !node.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Described::closed);
    }

    /** What is described and no test has been answered with success, as {@code get /api/v1/flows}. */
    public Set<String> notDone() {
        var all = new TreeSet<String>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> all.add(method + " " + path.getKey())));
        all.removeAll(done);
        return all;
    }

    /** Throws {@link AssertionError} when an answer is not as it is described. */
    void hold(String method, String address, HttpResponse<String> answer) {
        hold(
                method,
                address,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                answer.body());
    }

    void hold(String method, String address, int status, String type, String body) {
        var path = paths.entrySet().stream()
                .filter(one -> one.getValue().matcher(address).matches())
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(one -> one.split("\\{", -1).length));
        var operation = method.toLowerCase(Locale.ROOT) + " " + path.orElse("");
        var described = description.path("paths").path(path.orElse("")).path(method.toLowerCase(Locale.ROOT));
        if (described.isMissingNode()) {
            return;
        }
        var wrong = fault(described.path("responses"), status, type, body);
        if (wrong.isPresent()) {
            throw new AssertionError(
                    operation + " is described otherwise: " + wrong.get() + "\n" + status + " " + body);
        }
        if (status < 300) {
            done.add(operation);
        }
    }

    private Optional<String> fault(JsonNode answers, int status, String type, String body) {
        var named = Integer.toString(status);
        if (!answers.has(named) && status < 400) {
            return Optional.of("the status is not described");
        }
        var content =
                resolved(answers.path(answers.has(named) ? named : "default")).path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? Optional.empty() : Optional.of("a body is not described");
        }
        if (!content.has(type)) {
            return Optional.of("the type '" + type + "' is not described");
        }
        if (!type.endsWith("json")) {
            return Optional.empty();
        }
        var faults = schema(content.path(type).path("schema")).validate(read(body));
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults.toString());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonSchema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), any -> {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", description.path("components"));
            var strict = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(whole, strict);
        });
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException noJson) {
            throw new AssertionError(json, noJson);
        }
    }
}
