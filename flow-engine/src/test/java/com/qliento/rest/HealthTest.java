package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether it works is told to everybody, of what it is made only to those who have a key. */
class HealthTest {

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void a_stranger_hears_whether_it_works_and_nothing_else(String path) {
        var answer = asStranger(path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Answers.json(answer).path("status").asText()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("components", "details", "PostgreSQL", "inbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/db",
                "/actuator/health/inbox",
                "/actuator/health/keys",
                "/actuator/health/dataDisk"
            })
    void a_part_of_it_is_no_strangers_business(String path) {
        assertThat(asStranger(path, "").statusCode()).isEqualTo(404);
        assertThat(scene.call("GET", path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_a_key_sees_the_parts() {
        var health = Answers.json(scene.call("GET", "/actuator/health", ""));

        assertThat(health.path("components").has("db")).isTrue();
        assertThat(health.path("components").has("keys")).isTrue();
        assertThat(health.at("/components/inbox/details").has("pending")).isTrue();
    }

    @Test
    void a_wrong_key_shows_no_more_than_none() {
        var answer = asStranger("/actuator/health", "Bearer wrong");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("components");
    }

    @Test
    void it_is_ready_only_when_the_databases_are_at_hand_and_have_room() {
        var ready = Answers.json(scene.call("GET", "/actuator/health/readiness", ""));

        assertThat(ready.path("components").has("db")).isTrue();
        assertThat(ready.path("components").has("keys")).isTrue();
        assertThat(ready.path("components").has("dataDisk")).isTrue();
        assertThat(Answers.json(scene.call("GET", "/actuator/health/liveness", ""))
                        .path("components")
                        .has("db"))
                .isFalse();
    }

    private HttpResponse<String> asStranger(String path, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(scene.url() + path)).header("Authorization", authorization);
        return scene.send(request.build());
    }
}
