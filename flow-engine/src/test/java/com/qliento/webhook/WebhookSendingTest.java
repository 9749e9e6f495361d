package com.qliento.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.guard.LocalNetwork;
import com.qliento.guard.OddServer;
import com.qliento.guard.SelfSigned;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.webhook.Shop.Got;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.ReflectionTestUtils;

/** How endpoints are sent what happens: again when they don't take it, signed, and never elsewhere. */
class WebhookSendingTest {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Actor OWNER =
            new Actor("test", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.OWNER);

    private static final Scene.Setup SETUP = Scene.Setup.usual();
    private static final Class<?>[] MORE = {LocalNetwork.class, PlainAddresses.class, NoSpread.class};

    private static Scene scene;

    private final String flow = "news" + Scene.newCustomer();

    @BeforeAll
    static void open() {
        scene = Scene.startWith(SETUP, MORE);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void what_an_endpoint_does_not_take_comes_again_later_each_time_with_the_same_id_until_it_does() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.answers("500 Oh");
            publishes();
            var first = shop.tried(1);
            assertThat(first.path("state").asText()).isEqualTo("waiting");
            assertThat(first.path("status").asInt()).isEqualTo(500);
            assertThat(shop.endpoint().path("failingSince").asText()).isNotEmpty();
            scene.passes(PAUSES.get(0));
            shop.tried(2);
            scene.passes(Duration.ofMinutes(4));
            assertThat(shop.delivery().path("attempts").asInt()).isEqualTo(2);
            shop.answers("204 No Content");
            scene.passes(Duration.ofMinutes(2));

            var last = shop.tried(3);

            assertThat(last.path("state").asText()).isEqualTo("delivered");
            assertThat(last.path("status").asInt()).isEqualTo(204);
            assertThat(last.has("nextAt")).isFalse();
            assertThat(shop.got()).hasSize(3);
            assertThat(shop.got())
                    .extracting(Got::id)
                    .containsOnly(last.path("webhookId").asText());
            assertThat(shop.got())
                    .extracting(Got::body)
                    .containsOnly(shop.got().get(0).body());
            assertThat(shop.got()).allMatch(one -> one.isSignedBy(shop.secret()));
            assertThat(shop.got())
                    .extracting(one -> one.headers().get("webhook-timestamp"))
                    .doesNotHaveDuplicates();
            assertThat(shop.endpoint().has("failingSince")).isFalse();
        }
    }

    @Test
    void an_endpoint_that_takes_nothing_for_three_days_is_switched_off_and_starts_anew_when_somebody_switches_it_on() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.answers("503 Busy");
            publishes();
            for (int attempt = 1; attempt <= PAUSES.size(); attempt++) {
                assertThat(shop.tried(attempt).path("state").asText()).isEqualTo("waiting");
                scene.passes(PAUSES.get(attempt - 1).plusSeconds(1));
            }

            var last = shop.tried(PAUSES.size() + 1);

            assertThat(last.path("state").asText()).isEqualTo("failed");
            assertThat(last.path("outcome").asText()).isEqualTo("http-503");
            assertThat(shop.endpoint().path("enabled").asBoolean()).isFalse();
            assertThat(shop.endpoint().path("off").asText()).isEqualTo("failing");
            publishes();
            assertThat(shop.deliveries()).hasSize(1);
            shop.call(409, "POST", replay(shop), "");

            shop.answers("200 OK");
            switchOn(shop);
            shop.call(202, "POST", replay(shop), "");

            assertThat(shop.endpoint().has("off")).isFalse();
            await().atMost(Shop.LONG)
                    .until(() -> shop.delivery().path("state").asText().equals("delivered"));
        }
    }

    @Test
    void an_endpoint_that_says_it_is_gone_is_asked_no_more() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.answers("410 Gone");
            publishes();

            assertThat(shop.tried(1).path("state").asText()).isEqualTo("failed");
            assertThat(shop.endpoint().path("off").asText()).isEqualTo("gone");
            publishes();
            assertThat(shop.deliveries()).hasSize(1);
        }
    }

    @Test
    void what_waits_for_an_endpoint_that_was_switched_off_is_not_sent() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.answers("500 Oh");
            publishes();
            shop.tried(1);
            shop.call(200, "PUT", shop.path(), settings(shop, "\"enabled\": false"));

            scene.passes(Duration.ofSeconds(6));

            await().atMost(Shop.LONG)
                    .until(() -> shop.delivery().path("outcome").asText().equals("endpoint-off"));
            assertThat(shop.got()).hasSize(1);
            assertThat(shop.endpoint().has("off")).isFalse();
        }
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            var before = shop.rotates();
            publishes();
            var both = shop.gets(1).get(0);
            scene.passes(Duration.ofHours(25));
            publishes();
            var one = shop.gets(2).get(1);

            assertThat(before).isNotEqualTo(shop.secret());
            assertThat(both.isSignedBy(before) && both.isSignedBy(shop.secret()))
                    .isTrue();
            assertThat(one.isSignedBy(shop.secret())).isTrue();
            assertThat(one.isSignedBy(before)).isFalse();
        }
    }

    @Test
    void what_was_sent_is_sent_once_more_as_it_was_with_the_id_it_had() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            publishes();
            shop.tried(1);

            shop.call(202, "POST", replay(shop), "");

            var got = shop.gets(2);
            assertThat(got.get(1).id()).isEqualTo(got.get(0).id());
            assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
            assertThat(got.get(1).isSignedBy(shop.secret())).isTrue();
            assertThat(shop.deliveries()).hasSize(2);
            var all = scene.bean(WebhookDeliveries.class);
            var id = UUID.fromString(shop.id);
            assertThat(all.count(OWNER, id)).isEqualTo(2);
            assertThat(all.slice(OWNER, id, new Slice(1, 5)))
                    .extracting(one -> one.event().toString())
                    .containsExactly(got.get(0).id());
        }
    }

    @Test
    void a_test_is_sent_once_also_to_an_endpoint_that_is_off_and_says_nothing_of_it() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.answers("500 Oh");
            shop.call(200, "PUT", shop.path(), settings(shop, "\"enabled\": false"));

            shop.call(202, "POST", shop.path() + "/test", "");

            assertThat(shop.gets(1).get(0).type()).isEqualTo("webhook.test");
            assertThat(shop.tried(1).path("state").asText()).isEqualTo("failed");
            assertThat(shop.endpoint().has("failingSince")).isFalse();
        }
    }

    @Test
    void where_an_endpoint_sends_on_is_not_followed() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.server.answers((request, out) ->
                    out.write(("HTTP/1.1 307 On\r\nLocation: " + shop.address() + "&again\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8)));
            publishes();

            assertThat(shop.tried(1).path("status").asInt()).isEqualTo(307);
            assertThat(shop.got()).hasSize(1);
        }
    }

    @Test
    void an_answer_without_end_is_not_read_and_counts_for_none() {
        try (var shop = Shop.hearing(scene, "flow.published")) {
            shop.server.answers((request, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 10_000; i++) {
                    out.write("words ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
                }
            });
            publishes();

            var tried = shop.tried(1);

            assertThat(tried.path("outcome").asText()).isEqualTo("too-large");
            assertThat(tried.path("state").asText()).isEqualTo("waiting");
        }
    }

    @Test
    void two_nodes_send_each_thing_once_also_what_is_due_again_on_one_while_the_other_sends_it() {
        try (var other = Scene.beside(scene, SETUP, MORE);
                var shop = Shop.hearing(scene, "flow.published")) {
            other.passes(Duration.between(other.clock().instant(), scene.clock().instant()));
            shop.answers("500 Oh");
            publishes(scene, "one");
            publishes(other, "other");
            await().atMost(Shop.LONG).until(() -> tried(shop, 1) == 2);
            var held = new CompletableFuture<byte[]>();
            shop.server.answers((request, out) -> out.write(held.join()));
            other.passes(Duration.ofSeconds(10));
            assertThat(shop.gets(4)).hasSize(4);

            scene.passes(Duration.ofSeconds(10));
            ReflectionTestUtils.invokeMethod(scene.bean("callSweep"), "sweep");
            try (var next = Shop.hearing(scene, "flow.published")) {
                publishes(scene, "next");
                assertThat(next.gets(1)).hasSize(1);
            }
            held.complete(OddServer.bytes("204 No Content", "text/plain", ""));

            await().atMost(Shop.LONG).until(() -> tried(shop, 2) == 2);
            assertThat(shop.gets(5)).hasSize(5);
            assertThat(shop.got().stream()
                            .collect(Collectors.groupingBy(Got::id, Collectors.counting()))
                            .values())
                    .containsExactlyInAnyOrder(1L, 2L, 2L);
        }
    }

    private static long tried(Shop shop, int attempts) {
        return StreamSupport.stream(shop.deliveries().spliterator(), false)
                .filter(delivery -> delivery.path("attempts").asInt() == attempts)
                .count();
    }

    @Test
    void a_server_whose_certificate_nobody_trusts_is_sent_nothing_and_that_is_said(@TempDir Path directory)
            throws Exception {
        try (var server = SelfSigned.at(LocalNetwork.SHOP, "api.shop.example", directory)) {
            var made = scene.call(
                    "POST",
                    "/api/v1/webhooks",
                    "{\"address\": \"https://api.shop.example:" + server.port()
                            + "/events\", \"events\": [\"flow.published\"]}");
            var path = "/api/v1/webhooks/"
                    + Shop.read(made.body()).path("webhook").path("id").asText();
            publishes();

            await().atMost(Shop.LONG)
                    .until(() -> delivery(path).path("attempts").asInt() == 1);

            assertThat(delivery(path).path("outcome").asText()).isEqualTo("no-tls");
            assertThat(delivery(path).path("state").asText()).isEqualTo("waiting");
            assertThat(server.requests()).isZero();
            scene.call("DELETE", path, "");
        }
    }

    private static JsonNode delivery(String path) {
        return Shop.read(scene.call("GET", path + "/deliveries", "").body())
                .path("items")
                .path(0);
    }

    private void publishes() {
        publishes(scene, "");
    }

    private void publishes(Scene node, String more) {
        new FlowText(flow + more, flow + more).says("hi", "Hi").ends().publish(node);
    }

    private static String replay(Shop shop) {
        return shop.path() + "/deliveries/" + shop.delivery().path("id").asText() + "/replay";
    }

    private static void switchOn(Shop shop) {
        shop.call(200, "PUT", shop.path(), settings(shop, "\"enabled\": true"));
    }

    private static String settings(Shop shop, String more) {
        return "{\"address\": \"" + shop.address() + "\", \"events\": [\"flow.published\"], " + more + "}";
    }
}
