package com.qliento.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what came is kept, by REST. */
class RetentionApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/retention";

    private final Scene scene = Scene.shared();
    private final Vault vault = scene.bean(Vault.class);
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final Place place = new Place("inbox_message", "content", UUID.randomUUID());

    @Test
    void what_is_kept_is_told_with_its_time_and_the_rule_that_says_so_in_the_readers_language() {
        var kept = json(shop.callIn("es", "GET", PATH));

        assertThat(kept.path("messageDays").isMissingNode()).isTrue();
        assertThat(kept.path("categories").path(0))
                .hasToString("{\"category\":\"message\",\"days\":30,\"mostDays\":30,\"rule\":\"retention.message\","
                        + "\"sentence\":\"los mensajes, y las respuestas dadas en ellos, se guardan 30 días\","
                        + "\"source\":\"RGPD art. 5.1.e; nuestro plan\"}");
        assertThat(kept.path("categories").path(1).path("category").asText()).isEqualTo("trace");
        assertThat(kept.path("categories").path(1).path("days").asInt()).isEqualTo(90);
    }

    @Test
    void a_wish_shortens_at_once_what_is_there_and_of_nobody_else() {
        var other = OtherOrganisation.in(scene);
        var eightDaysAgo = scene.clock().instant().minus(Duration.ofDays(8));
        var subject = SubjectId.random();
        var shops = vault.seal(shop.id(), subject, place, eightDaysAgo, new byte[1]);
        var others = vault.seal(other.id(), subject, place, eightDaysAgo, new byte[1]);

        var kept = json(shop.call("PUT", PATH, "{\"messageDays\":7}"));

        assertThat(kept.path("messageDays").asInt()).isEqualTo(7);
        var messages = kept.path("categories").path(0);
        assertThat(messages.path("days").asInt()).isEqualTo(7);
        assertThat(messages.path("mostDays").asInt()).isEqualTo(30);
        assertThat(messages.path("rule").asText()).isEqualTo("retention.wish");
        assertThat(kept.path("due").path("hours").asInt()).isOne();
        assertThatThrownBy(() -> vault.open(shop.id(), place, shops)).isInstanceOf(KeyDestroyed.class);
        assertThat(vault.open(other.id(), place, others)).hasSize(1);
        assertThat(json(other.call("GET", PATH, "")).path("messageDays").isMissingNode())
                .isTrue();
        // Asking ends nothing: taken back before the sweep, it is read again.
        assertThat(json(shop.call("PUT", PATH, "{}"))
                        .path("categories")
                        .path(0)
                        .path("days")
                        .asInt())
                .isEqualTo(30);
        assertThat(vault.open(shop.id(), place, shops)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 400, 0, -1})
    void a_time_that_is_longer_than_the_platforms_or_none_is_refused_and_changes_nothing(int days) {
        shop.call("PUT", PATH, "{\"messageDays\":14}");

        var answer = shop.call("PUT", PATH, "{\"messageDays\":" + days + "}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("field").asText()).isEqualTo("messageDays");
        assertThat(json(answer).path("most").asInt()).isEqualTo(30);
        assertThat(json(shop.call("GET", PATH, "")).path("messageDays").asInt()).isEqualTo(14);
    }

    @Test
    void the_last_sweeps_are_told() {
        scene.bean(RetentionSweep.class).sweep();

        var run = json(shop.call("GET", PATH, "")).path("runs").path(0);

        assertThat(run.path("hoursDestroyed").asInt()).isZero();
        assertThat(run.path("until").asText()).endsWith(":00:00Z");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }
}
