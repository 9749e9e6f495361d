package com.qliento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Another system calls an address, and somebody is written to: over HTTP, on the whole application. */
class HookTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KNOWN = "what the shop knows";

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String flow = "parcel" + customer;
    private final String secret = "shop-" + customer;

    HookTest() {
        new FlowText(flow, flow).says("left", "Order {{ order }} left").ends().publish(scene);
        var hello = "hello" + customer;
        new FlowText(hello, hello).says("hi", "Hi").ends().publish(scene);
        scene.says(customer, hello);
        scene.hears(customer, 1);
        assertThat(scene.call("PUT", "/api/v1/secrets/" + secret, "{\"value\": \"" + KNOWN + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_the_trigger_maps_is_whom_it_is_for_and_what_the_flow_knows_and_the_same_again_changes_nothing() {
        var path = made("\"proof\": \"none\"");
        var body = body("A-17");

        var first = calls(path, body, Map.of());
        var second = calls(path, body, Map.of());
        var third = calls(path, body("B-2"), Map.of("Idempotency-Key", "one", "Content-Type", "application/json"));
        var fourth = calls(path, body("C-3"), Map.of("Idempotency-Key", "one", "Content-Type", "application/json"));

        assertThat(List.of(first, second, third, fourth))
                .extracting(HttpResponse::statusCode)
                .containsOnly(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(fourth.body()).isEqualTo(third.body());
        assertThat(scene.hears(customer, 3)).containsExactly("Hi", "Order A-17 left", "Order B-2 left");
        await().atMost(LONG)
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals("free"));
        assertThat(scene.sink().texts(customer)).hasSize(3);
    }

    @Test
    void a_form_and_the_address_itself_are_read_too() {
        var path = made("\"proof\": \"bearer\", \"secret\": \"" + secret + "\"", "/query/who", "/body/order");

        var taken = calls(
                path + "?who=%2B" + customer,
                "order=A%2017&x",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Bearer " + KNOWN));

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(scene.hears(customer, 2)).endsWith("Order A 17 left");
        assertThat(rest.get("/api/v1/secrets/" + secret + "/uses").path("items"))
                .extracting(use -> use.path("kind").asText(), use -> use.path("live")
                        .asBoolean())
                .containsExactly(tuple("trigger", true));
    }

    @Test
    void only_who_proves_it_is_heard_in_each_way_that_there_is() {
        var body = body("A-17");
        long now = scene.clock().instant().getEpochSecond();
        var named = "\"secret\": \"" + secret + "\"";
        var hex = hex(hmac(KNOWN, body));
        proves("\"proof\": \"bearer\", " + named, body, Map.of("Authorization", "Bearer " + KNOWN));
        proves(
                "\"proof\": \"basic\", " + named,
                body,
                Map.of("Authorization", "Basic " + base64(KNOWN.getBytes(StandardCharsets.UTF_8))));
        proves(
                "\"proof\": \"hmac\", \"header\": \"X-Shop\", " + named,
                body,
                Map.of("X-Shop", base64(hmac(KNOWN, body))));
        proves("\"proof\": \"github\", " + named, body, Map.of("X-Hub-Signature-256", "sha256=" + hex));
        proves(
                "\"proof\": \"stripe\", " + named,
                body,
                Map.of("Stripe-Signature", "t=" + now + ",v1=" + hex(hmac(KNOWN, now + "." + body))));
        proves(
                "\"proof\": \"standard-webhooks\", " + named,
                body,
                Map.of(
                        "webhook-id",
                        "msg_1",
                        "webhook-timestamp",
                        "" + now,
                        "webhook-signature",
                        "v1,AAAA v1," + base64(hmac(KNOWN, "msg_1." + now + "." + body))));

        long old = now - 400;
        var late = calls(
                made("\"proof\": \"stripe\", " + named),
                body,
                Map.of("Stripe-Signature", "t=" + old + ",v1=" + hex(hmac(KNOWN, old + "." + body))));
        assertThat(late.statusCode()).isEqualTo(401);
    }

    @Test
    void what_cannot_be_used_is_said_kept_and_can_be_tried_again_when_it_can() {
        var path = made("\"proof\": \"none\", \"enabled\": true");
        var id = trigger();

        assertThat(calls(path, "{\"order\": ", Map.of()).statusCode()).isEqualTo(422);
        assertThat(calls(path, "[".repeat(5_000), Map.of()).statusCode()).isEqualTo(422);
        assertThat(calls(path, "{\"order\": 1}", Map.of())).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("/body/customer/phone", "urn:qliento:problem:invalid-field");
        });
        assertThat(calls(path, "x".repeat(Arrived.MOST_BYTES + 1), Map.of()).statusCode())
                .isEqualTo(413);
        assertThat(calls("/hooks/qt_nobody", "{}", Map.of()).statusCode()).isEqualTo(404);
        assertThat(scene.call("POST", "/api/v1/flows/" + flow + "/archive", "").statusCode())
                .isEqualTo(200);
        assertThat(calls(path, body("A-17"), Map.of()).statusCode()).isEqualTo(409);
        var deliveries = rest.get("/api/v1/triggers/" + id + "/deliveries").path("items");
        assertThat(deliveries)
                .extracting(one -> one.path("outcome").asText())
                .containsExactly("flow-not-live", "invalid-field");

        scene.call("POST", "/api/v1/flows/" + flow + "/unarchive", "{\"liveVersion\": 1}");
        var again = scene.call(
                "POST",
                "/api/v1/triggers/" + id + "/deliveries/"
                        + deliveries.path(0).path("id").asText() + "/replay",
                "");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(scene.hears(customer, 2)).endsWith("Order A-17 left");
        assertThat(rows()).noneMatch(row -> row.contains("A-17") || row.contains(customer + "\""));
    }

    @Test
    void what_the_flow_needs_and_did_not_come_is_said_kept_and_can_be_sent_once_more() {
        FlowText.begunBy("called", flow, "given", "order, carrier = bike")
                .says("left", "Order {{ order }} left by {{ carrier }}")
                .ends()
                .publish(scene);
        var path = made("\"proof\": \"none\"");

        var refused = calls(path, "{\"customer\": {\"phone\": \"" + customer + "\"}}", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("input-missing", "order");
        assertThat(rest.get("/api/v1/triggers/" + trigger() + "/deliveries").path("items"))
                .extracting(one -> one.path("outcome").asText())
                .containsExactly("input-missing order");
        assertThat(calls(path, body("A-17"), Map.of()).statusCode()).isEqualTo(202);
        assertThat(scene.hears(customer, 2)).endsWith("Order A-17 left by bike");
    }

    @Test
    void an_address_that_was_renewed_switched_off_or_deleted_leads_nowhere() {
        var first = made("\"proof\": \"none\"");
        var id = trigger();
        var second = json(scene.call("POST", "/api/v1/triggers/" + id + "/renew", ""))
                .path("path")
                .asText();

        assertThat(calls(first, body("1"), Map.of()).statusCode()).isEqualTo(404);
        assertThat(calls(second, body("1"), Map.of()).statusCode()).isEqualTo(202);
        assertThat(scene.call(
                                "PUT",
                                "/api/v1/triggers/" + id,
                                request("\"enabled\": false", "/body/customer/phone", "/body/order"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls(second, body("2"), Map.of()).statusCode()).isEqualTo(409);
        assertThat(scene.call("DELETE", "/api/v1/triggers/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(calls(second, body("3"), Map.of()).statusCode()).isEqualTo(404);
        for (var wrong : List.of(
                "\"proof\": \"nod\"",
                "\"proof\": \"hmac\", \"secret\": \"x\"",
                "\"proof\": \"bearer\"",
                "\"whenBusy\": \"shout\"",
                "\"values\": {\"a b\": \"/x\"}",
                "\"phone\": \"phone\"")) {
            assertThat(scene.call("POST", "/api/v1/triggers", request(wrong, "/body/customer/phone", "/body/order"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private void proves(String proof, String body, Map<String, String> headers) {
        var path = made(proof);
        assertThat(calls(path, body, Map.of()).statusCode()).isEqualTo(401);
        assertThat(calls(path, body + " ", headers).statusCode())
                .isEqualTo(headers.containsKey("Authorization") ? 202 : 401);
        assertThat(calls(path, body, headers).statusCode()).isEqualTo(202);
    }

    private String made(String settings) {
        return made(settings, "/body/customer/phone", "/body/order");
    }

    private String made(String settings, String phone, String order) {
        var made = scene.call("POST", "/api/v1/triggers", request(settings, phone, order));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("path").asText();
    }

    private String request(String settings, String phone, String order) {
        var values = settings.contains("\"values\"") ? "" : "\"values\": {\"order\": \"" + order + "\"}, ";
        var at = settings.contains("\"phone\"") ? "" : "\"phone\": \"" + phone + "\", ";
        return "{\"name\": \"" + flow + "\", \"flow\": \"" + flow + "\", " + at + values + settings + "}";
    }

    /** The newest that is this test's. */
    private String trigger() {
        for (var one : rest.get("/api/v1/triggers").path("items")) {
            if (one.path("flow").asText().equals(flow)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no trigger");
    }

    private String body(String order) {
        return "{\"customer\": {\"phone\": \"" + customer + "\"}, \"order\": \"" + order + "\"}";
    }

    private HttpResponse<String> calls(String path, String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(scene.url() + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return scene.send(request.build());
    }

    private List<String> rows() {
        return scene.bean(OrganisationScope.class)
                .in(OrganisationId.of("00000000-0000-7000-8000-00000000de30"), () -> scene.jdbc()
                        .sql("SELECT encode(d.content, 'escape') || d::text FROM flow_trigger_delivery d")
                        .query(String.class)
                        .list());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static byte[] hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
