package com.qliento.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody tries by hand is what the door does; and the door lets in no more than a minute's deliveries. */
class HookConsoleTest {

    private static final Actor OWNER =
            new Actor("test", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.OWNER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String key = "tried" + Scene.newCustomer();
    private final HookConsole console = scene.bean(HookConsole.class);

    HookConsoleTest() {
        FlowText.begunBy("run", key, "given", "order?, paid?")
                .block("serviceTask", "say", "answer-caller", "answer", "{got: order}")
                .ends()
                .publish(scene);
    }

    @Test
    void what_is_read_without_sending_is_what_the_door_hands_to_the_flow() {
        var made = made("\"answers\": \"result\"");
        var sample = new HookSample("{\"order\": {\"id\": \"A-17\"}, \"paid\": 17.50}", false, "");

        var reading = console.read(OWNER, id(made), sample);

        assertThat(reading.refused()).isNull();
        assertThat(reading.phone()).isNull();
        assertThat(reading.values().toString()).isEqualTo("{\"order\":\"A-17\",\"paid\":17.50}");
        assertThat(deliveries(made)).isEmpty();
        assertThat(runs()).isZero();

        var outside = calls(path(made), sample.body());
        var byHand = console.send(OWNER, id(made), sample).join();

        assertThat(outside.statusCode()).isEqualTo(200);
        assertThat(outside.body()).isEqualTo("{\"got\":\"A-17\"}");
        assertThat(byHand.status()).isEqualTo(200);
        assertThat(byHand.body()).isEqualTo(outside.body());
        assertThat(deliveries(made)).hasSize(2);
        assertThat(runs()).isEqualTo(2);
        assertThat(String.valueOf(console.latest(OWNER, id(made)).orElseThrow().tree()))
                .isEqualTo("{\"query\":{},\"body\":{\"order\":{\"id\":\"A-17\"},\"paid\":17.50}}");
    }

    @Test
    void what_the_door_would_refuse_is_refused_with_the_same_words_and_nothing_is_kept() {
        var off = made("\"enabled\": false");
        var chat = "chat" + key;
        new FlowText(chat, chat).says("hi", "Hi").ends().publish(scene);
        var nobody = made("\"flow\": \"" + chat + "\"");
        var numbered = made("\"flow\": \"" + chat + "\", \"phone\": \"/body/phone\"");

        for (var body : List.of("{\"order\": 1}", "{\"order\": ", "{\"phone\": \"call me\"}", "[".repeat(5_000))) {
            for (var made : List.of(off, nobody, numbered)) {
                var reading = console.read(OWNER, id(made), new HookSample(body, false, ""));
                var before = deliveries(made).size();
                var outside = calls(path(made), body);

                assertThat(Objects.requireNonNull(reading.refused()).getMessage())
                        .isEqualTo(json(outside.body()).path("detail").asText());
                assertThat(console.read(OWNER, id(made), new HookSample(body, false, ""))
                                .refused())
                        .isNotNull();
                assertThat(deliveries(made).size() - before).isLessThanOrEqualTo(1);
            }
        }
        var large = new HookSample("x".repeat(Arrived.MOST_BYTES + 1), false, "");
        assertThat(Objects.requireNonNull(console.read(OWNER, id(off), large).refused())
                        .code())
                .isEqualTo("hook-too-large");
    }

    @Test
    void sending_by_hand_proves_itself_as_a_caller_does_in_each_way_that_there_is() {
        var secret = "known-" + key;
        scene.call("PUT", "/api/v1/secrets/" + secret, "{\"value\": \"what the shop knows\"}");
        var sample = new HookSample("order=A%2017", true, "");
        for (var proof : List.of("none", "bearer", "basic", "github", "stripe", "standard-webhooks")) {
            var made = made("\"proof\": \"" + proof + "\", \"secret\": \"" + secret + "\"");
            assertThat(console.send(OWNER, id(made), sample).join().status())
                    .as(proof)
                    .isEqualTo(202);
        }
        var signed = made("\"proof\": \"hmac\", \"header\": \"X-Shop\", \"secret\": \"" + secret + "\"");
        assertThat(console.send(OWNER, id(signed), sample).join().status()).isEqualTo(202);
        scene.call("DELETE", "/api/v1/secrets/" + secret, "");
        assertThat(console.send(OWNER, id(signed), sample).join()).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains("hook-not-proved");
        });
    }

    @Test
    void beyond_so_many_in_a_minute_it_is_told_when_to_come_again_and_nothing_is_kept() {
        var made = made("\"perMinute\": 2");
        var other = made("\"perMinute\": 2");
        var over = scene.bean(MeterRegistry.class).counter("qliento.trigger.over.limit");
        double before = over.count();

        assertThat(calls(path(made), "{\"order\": 1}").statusCode()).isEqualTo(202);
        assertThat(calls(path(made), "{\"order\": 2}").statusCode()).isEqualTo(202);
        var third = calls(path(made), "{\"order\": 3}");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After").map(Integer::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 30));
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(third.body()).path("type").asText()).isEqualTo("urn:qliento:problem:too-many-deliveries");
        assertThat(deliveries(made)).hasSize(2);
        assertThat(over.count() - before).isEqualTo(1);
        assertThat(calls(path(other), "{\"order\": 1}").statusCode()).isEqualTo(202);

        scene.passes(Duration.ofSeconds(31));
        assertThat(calls(path(made), "{\"order\": 3}").statusCode()).isEqualTo(202);
        assertThat(calls(path(made), "{\"order\": 4}").statusCode()).isEqualTo(429);
        for (var wrong : List.of(0, 60_001)) {
            assertThat(scene.call("POST", "/api/v1/triggers", request("\"perMinute\": " + wrong))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void no_refusal_repeats_the_secret_part_of_an_address() {
        var made = made("\"perMinute\": 1");
        var token = path(made).substring("/hooks/".length());
        var get = HttpRequest.newBuilder(URI.create(scene.url() + path(made))).build();

        for (var refused : List.of(
                calls(path(made), "{\"order\": "),
                calls(path(made), "{}"),
                calls("/hooks/qt_somebody-elses", "{}"),
                scene.send(get))) {
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(refused.body()).doesNotContain(token).doesNotContain("qt_");
            assertThat(json(refused.body()).path("instance").asText()).isEqualTo("/hooks/...");
        }
        assertThat(json(scene.call("GET", "/api/v1/flows/unknown", "").body())
                        .path("instance")
                        .asText())
                .isEqualTo("/api/v1/flows/unknown");
    }

    private JsonNode made(String settings) {
        var made = scene.call("POST", "/api/v1/triggers", request(settings));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made.body());
    }

    private String request(String settings) {
        var flow = settings.contains("\"flow\"") ? "" : "\"flow\": \"" + key + "\", ";
        return "{\"name\": \"" + key + "\", " + flow
                + "\"values\": {\"order\": \"/body/order/id\", \"paid\": \"/body/paid\"}, " + settings + "}";
    }

    private static UUID id(JsonNode made) {
        return UUID.fromString(made.path("trigger").path("id").asText());
    }

    private static String path(JsonNode made) {
        return made.path("path").asText();
    }

    private JsonNode deliveries(JsonNode made) {
        return rest.get("/api/v1/triggers/" + id(made) + "/deliveries").path("items");
    }

    private int runs() {
        return rest.get("/api/v1/runs?flow=" + key).path("items").size();
    }

    private HttpResponse<String> calls(String path, String body) {
        return scene.send(HttpRequest.newBuilder(URI.create(scene.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
