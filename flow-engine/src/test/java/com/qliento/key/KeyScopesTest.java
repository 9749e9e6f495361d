package com.qliento.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a program with an API key may do, over REST. */
class KeyScopesTest {

    private static final int LET = 0;

    private final Scene scene = Scene.shared();
    private final String name = "key-" + UUID.randomUUID();

    @Test
    void a_key_may_do_what_its_scopes_say_and_nothing_else() {
        var read = made("read");
        var write = made("write");
        var start = made("start");
        var admin = made("admin");

        assertThat(List.of(
                        refused(read, "GET", "/api/v1/conversations"),
                        refused(read, "GET", "/api/v1/contacts"),
                        refused(write, "GET", "/api/v1/messages"),
                        refused(write, "POST", "/api/v1/flows/nobody/publish"),
                        refused(start, "POST", "/api/v1/flows/nobody/start"),
                        refused(admin, "POST", "/api/v1/flows/nobody/start"),
                        refused(admin, "GET", "/api/v1/keys"),
                        refused(admin, "GET", "/api/v1/secrets")))
                .containsOnly(LET);
        assertThat(List.of(
                        refused(read, "POST", "/api/v1/flows/nobody/publish"),
                        refused(read, "POST", "/api/v1/messages/" + UUID.randomUUID() + "/drop"),
                        refused(read, "POST", "/api/v1/flows/nobody/start"),
                        refused(write, "POST", "/api/v1/flows/nobody/start"),
                        refused(write, "PUT", "/api/v1/secrets/crm"),
                        refused(write, "DELETE", "/api/v1/channels/" + UUID.randomUUID()),
                        refused(write, "POST", "/api/v1/channels"),
                        refused(write, "GET", "/api/v1/keys"),
                        refused(write, "POST", "/api/v1/triggers"),
                        refused(write, "POST", "/api/v1/webhooks"),
                        refused(write, "POST", "/api/v1/schedules"),
                        refused(write, "DELETE", "/api/v1/schedules/" + UUID.randomUUID()),
                        refused(write, "POST", "/api/v1/schedules/" + UUID.randomUUID() + "/begin"),
                        refused(start, "GET", "/api/v1/schedules"),
                        refused(start, "GET", "/api/v1/conversations"),
                        refused(start, "GET", "/api/v1/flows"),
                        refused(start, "POST", "/api/v1/flows/nobody/publish")))
                .containsOnly(403);
    }

    @Test
    void a_key_is_listed_with_its_use_and_never_with_its_text_and_refused_once_it_is_revoked() {
        var key = made("read");
        var listed = mine();
        assertThat(listed.path("lastUsedAt").asText("")).isEmpty();
        assertThat(listed.path("scopes")).extracting(JsonNode::asText).containsExactly("read");
        assertThat(scene.call("GET", "/api/v1/keys", "").body()).doesNotContain(key);

        assertThat(refused(key, "GET", "/api/v1/contacts")).isEqualTo(LET);
        assertThat(mine().path("lastUsedAt").asText()).isNotEmpty();
        assertThat(scene.call("DELETE", "/api/v1/keys/" + listed.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(refused(key, "GET", "/api/v1/contacts")).isEqualTo(401);
        assertThat(scene.call("DELETE", "/api/v1/keys/" + listed.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_key_without_a_name_or_with_a_scope_that_there_is_not_is_refused() {
        for (var body : List.of(
                "{}",
                "{\"name\": \" \", \"scopes\": [\"read\"]}",
                "{\"name\": \"x\", \"scopes\": []}",
                "{\"name\": \"x\", \"scopes\": [\"fly\"]}",
                "{\"name\": \"" + "x".repeat(101) + "\", \"scopes\": [\"read\"]}")) {
            assertThat(scene.call("POST", "/api/v1/keys", body).statusCode()).isEqualTo(422);
        }
    }

    private String made(String scope) {
        var body = "{\"name\": \"" + name + "\", \"scopes\": [\"" + scope + "\"]}";
        return json(scene.call("POST", "/api/v1/keys", body).body()).path("key").asText();
    }

    private JsonNode mine() {
        for (var one : new Rest(scene).get("/api/v1/keys").path("items")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("not listed");
    }

    /** The status when the key is not let in, {@link #LET} when it is, whatever came of it. */
    private int refused(String key, String method, String path) {
        var body = method.equals("GET") ? "" : "{\"phone\": \"12025550101\", \"value\": \"x\"}";
        var request = HttpRequest.newBuilder(URI.create(scene.url() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = scene.send(request).statusCode();
        return status == 401 || status == 403 ? status : LET;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
