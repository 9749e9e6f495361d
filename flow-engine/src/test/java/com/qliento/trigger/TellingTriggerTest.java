package com.qliento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trigger that tells a flow which waits what happened elsewhere: over HTTP, on the whole application. */
class TellingTriggerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "pay" + customer;
    private final String reference = "order-" + customer;

    @Test
    void who_waits_goes_on_with_what_the_trigger_maps_and_the_same_again_changes_nothing() {
        waits();
        var path = made("\"proof\": \"none\"");

        var first = calls(path, body("12.5"), Map.of());
        var second = calls(path, body("12.5"), Map.of());

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json(first).path("outcome").asText()).isEqualTo("told");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(scene.hears(customer, 2)).endsWith("Thanks for 12.5");
        await().atMost(LONG)
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals("free"));
        assertThat(scene.sink().texts(customer)).hasSize(2);
        assertThat(outcomes()).containsExactly("told");
    }

    @Test
    void when_nobody_waits_that_is_said_and_who_comes_to_wait_within_a_day_is_told() {
        var path = made("\"proof\": \"none\"");
        publish();

        var early = calls(path, body("7"), Map.of());

        assertThat(early.statusCode()).isEqualTo(202);
        assertThat(json(early).path("outcome").asText()).isEqualTo("nobody-waits");
        assertThat(json(early).path("detail").asText()).contains("Nobody waits", "within a day");
        assertThat(outcomes()).containsExactly("nobody-waits");
        scene.says(customer, key);
        assertThat(scene.hears(customer, 2)).containsExactly("Please pay", "Thanks for 7");
    }

    @Test
    void it_is_proved_counted_and_switched_off_as_one_that_begins_a_flow() {
        waits();
        var secret = "bank-" + customer;
        assertThat(scene.call("PUT", "/api/v1/secrets/" + secret, "{\"value\": \"known\"}")
                        .statusCode())
                .isEqualTo(200);
        var path = made("\"proof\": \"bearer\", \"secret\": \"" + secret + "\", \"perMinute\": 2");
        var proof = Map.of("Authorization", "Bearer known");

        assertThat(calls(path, body("1"), Map.of()).statusCode()).isEqualTo(401);
        var without = calls(path, "{\"amount\": 1}", proof);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("/body/order/id");
        assertThat(outcomes()).containsExactly("invalid-field");
        assertThat(calls(path, body("1"), proof).statusCode()).isEqualTo(429);

        var off = made("\"proof\": \"none\", \"enabled\": false");
        assertThat(calls(off, body("1"), Map.of()).statusCode()).isEqualTo(409);
        assertThat(scene.sink().texts(customer)).hasSize(1);
    }

    @Test
    void what_is_too_much_for_a_flow_is_refused_in_words() {
        waits();
        var path = made("\"proof\": \"none\"", "");

        var refused = calls(
                path,
                "{\"order\": {\"id\": \"" + reference + "\"}, \"much\": \"" + "x".repeat(17_000) + "\"}",
                Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("16000");
    }

    @Test
    void without_names_the_flow_knows_all_that_was_sent() {
        waits();
        var path = made("\"proof\": \"none\"", "");

        assertThat(calls(path, body("3"), Map.of()).statusCode()).isEqualTo(202);

        assertThat(scene.hears(customer, 2)).endsWith("Thanks for 3");
    }

    @Test
    void what_a_trigger_of_this_kind_cannot_have_is_refused_in_words() {
        for (var wrong : new String[] {
            "\"reference\": \"order\"",
            "\"flow\": \"" + key + "\"",
            "\"phone\": \"/body/phone\"",
            "\"answers\": \"result\""
        }) {
            assertThat(scene.call("POST", "/api/v1/triggers", request(wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    private void publish() {
        new FlowText(key, key)
                .says("pay", "Please pay")
                .block("receiveTask", "paid", "await-event", "reference", reference, "hours", "2", "name", "payment")
                .says("thanks", "Thanks for {{ payment.amount }}")
                .ends()
                .exitOf("paid", "qliento.timed-out", "Too late")
                .publish(scene);
    }

    private void waits() {
        publish();
        scene.says(customer, key);
        scene.hears(customer, 1);
        await().atMost(LONG)
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals("asking"));
    }

    private String made(String settings) {
        return made(settings, "\"amount\": \"/body/amount\"");
    }

    private String made(String settings, String values) {
        var made = scene.call("POST", "/api/v1/triggers", request(settings + ", \"values\": {" + values + "}"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("path").asText();
    }

    private String request(String settings) {
        var at = settings.contains("\"reference\"") ? "" : "\"reference\": \"/body/order/id\", ";
        return "{\"name\": \"" + key + "\", " + at + settings + "}";
    }

    private String trigger() {
        for (var one : rest.get("/api/v1/triggers").path("items")) {
            if (one.path("name").asText().equals(key)) {
                assertThat(one.path("reference").asText()).isEqualTo("/body/order/id");
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no trigger");
    }

    private Iterable<String> outcomes() {
        return rest.get("/api/v1/triggers/" + trigger() + "/deliveries")
                .path("items")
                .findValuesAsText("outcome");
    }

    private String body(String amount) {
        return "{\"order\": {\"id\": \"" + reference + "\"}, \"amount\": " + amount + "}";
    }

    private HttpResponse<String> calls(String path, String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(scene.url() + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return scene.send(request.build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
