package com.qliento.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.Scene;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** An erasure from its first question to its proof, as two programs do it. */
public record ErasureByRest(Scene scene) {

    private static final String API = "/api/v1/privacy";

    /** Calls every operation; each answers as it is described. */
    public void run() {
        var people = new ErasureFixture(scene);
        var contact = people.contact(people.talked("by rest"));
        var path = "/people/" + contact;
        var hold =
                "{\"kinds\":[\"message\"],\"basis\":\"archiving\",\"reason\":\"So.\",\"endsAt\":\"2200-01-01T00:00:00Z\"}";
        var held = "/holds/" + id(does("POST", path + "/holds", hold));
        does("GET", "/holds", "");
        does("GET", held, "");
        does("DELETE", "/erasures/" + id(does("POST", path + "/erasure", "")), "");
        var id = id(does("POST", path + "/erasure", ""));
        var erasure = "/erasures/" + id;
        does("GET", "/erasures", "");
        assertThat(scene.call("POST", API + erasure + "/approval", "").statusCode())
                .isEqualTo(409);
        approves(erasure);
        people.isDone(UUID.fromString(id));
        var shown = json(does("GET", erasure, ""));
        var recipient = shown.at("/recipients/0/id").asText();
        does("PUT", erasure + "/recipients/" + recipient, "{\"state\":\"confirmed\"}");
        var certificate =
                does("GET", "/certificates/" + shown.at("/certificates/0").asText(), "");
        var key = json(scene.call("GET", "/api/v1/audit/keys", ""))
                .at("/items/0/publicKey")
                .asText();
        assertThat(CertificateCheck.check(certificate.body(), key).problem()).isNull();
        does("DELETE", held, "");
    }

    private void approves(String erasure) {
        var made = scene.call(
                "POST", "/api/v1/keys", "{\"name\":\"Second eyes " + UUID.randomUUID() + "\",\"scopes\":[\"admin\"]}");
        var key = json(made).path("key").asText();
        var approval = HttpRequest.newBuilder(URI.create(scene.url() + API + erasure + "/approval"))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(scene.send(approval).statusCode()).as(made.body()).isEqualTo(200);
    }

    private HttpResponse<String> does(String method, String path, String body) {
        var answer = scene.call(method, API + path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isLessThan(300);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    private static String id(HttpResponse<String> answer) {
        return json(answer).path("id").asText();
    }
}
