package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.call.Repeat;
import com.qliento.secret.SecretText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as a flow writes it, before secrets are put in: what is kept sealed until the call is made.
 *
 * @param body null for none
 * @param repeat whether it may be made again, by which the callee knows what to do with one that came to nothing
 * @param picks what is kept of the answer, as its author wrote it; empty for all of it
 */
record WrittenRequest(
        String method,
        SecretText address,
        List<Header> headers,
        @Nullable Body body,
        Auth auth,
        Wanted wanted,
        Repeat repeat,
        String picks) {

    /** A header field. */
    record Header(String name, SecretText value) {}

    /** A body, and in which place its secrets stand. */
    record Body(Place place, String contentType, SecretText text) {}

    /** What the answer has to be. */
    enum Wanted {
        /** Whatever comes: JSON when the server says so, else text. */
        ANY,
        /** JSON, whatever the server calls it. */
        JSON,
        /** Text, also when it is JSON. */
        TEXT;

        static Wanted of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * How the server knows who asks.
     *
     * @param kind one of {@link AuthKind}
     * @param secret the secret's name; empty for none
     * @param name the user's or the header's, as the kind needs it
     */
    record Auth(AuthKind kind, String secret, String name) {

        @Override
        public String toString() {
            return "Auth[" + kind + "]";
        }
    }

    JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("method", method).set("address", address.json());
        var all = json.putArray("headers");
        headers.forEach(header -> all.addObject()
                .put("name", header.name())
                .set("value", header.value().json()));
        if (body != null) {
            json.putObject("body")
                    .put("place", body.place().name())
                    .put("type", body.contentType())
                    .set("text", body.text().json());
        }
        json.putObject("auth")
                .put("kind", auth.kind().name())
                .put("secret", auth.secret())
                .put("name", auth.name());
        return json.put("wanted", wanted.name()).put("repeat", repeat.name()).put("picks", picks);
    }

    static WrittenRequest read(JsonNode json) {
        var headers = new ArrayList<Header>();
        json.path("headers")
                .forEach(header ->
                        headers.add(new Header(header.path("name").asText(), SecretText.read(header.path("value")))));
        var body = json.path("body");
        var auth = json.path("auth");
        return new WrittenRequest(
                json.path("method").asText(),
                SecretText.read(json.path("address")),
                List.copyOf(headers),
                body.isMissingNode()
                        ? null
                        : new Body(
                                Place.valueOf(body.path("place").asText()),
                                body.path("type").asText(),
                                SecretText.read(body.path("text"))),
                new Auth(
                        AuthKind.valueOf(auth.path("kind").asText()),
                        auth.path("secret").asText(),
                        auth.path("name").asText()),
                Wanted.valueOf(json.path("wanted").asText()),
                Repeat.valueOf(json.path("repeat").asText()),
                json.path("picks").asText());
    }

    /** As it would leave, with dots where secrets stand: for people. */
    ObjectNode shown() {
        var shown = JsonNodeFactory.instance.objectNode();
        shown.put("method", method).put("address", address.masked());
        var all = shown.putObject("headers");
        headers.forEach(header -> all.put(header.name(), header.value().masked()));
        auth.kind().shown(auth).ifPresent(field -> all.put(field.name(), field.value()));
        if (body != null) {
            if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Content-Type"))) {
                all.put("Content-Type", body.contentType());
            }
            shown.put("body", body.text().masked());
        }
        return shown;
    }

    /** Nothing of what is asked. */
    @Override
    public String toString() {
        return "WrittenRequest[" + method + "]";
    }
}
