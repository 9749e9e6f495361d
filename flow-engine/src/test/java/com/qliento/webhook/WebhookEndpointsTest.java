package com.qliento.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.scene.Scene;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints over REST: what is taken, and what is shown. */
class WebhookEndpointsTest {

    private static final String PATH = "/api/v1/webhooks";

    private final Scene scene = Scene.shared();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void forget() {
        made.forEach(id -> scene.call("DELETE", PATH + "/" + id, ""));
    }

    @Test
    void an_endpoint_is_shown_as_it_was_set_and_its_secret_once() {
        var answer = makes("{\"address\": \" https://shop.example/events?k=1 \", \"events\":"
                + " [\"message.sent\", \"conversation.started\", \"message.sent\"]}");
        var id = Shop.read(answer.body()).at("/webhook/id").asText();

        var shown = scene.call("GET", PATH + "/" + id, "").body();

        assertThat(Shop.read(answer.body()).path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(Shop.read(shown).path("address").asText()).isEqualTo("https://shop.example/events?k=1");
        assertThat(Shop.read(shown).path("events"))
                .extracting(JsonNode::asText)
                .containsExactly("conversation.started", "message.sent");
        assertThat(Shop.read(shown).path("content").asBoolean()).isFalse();
        assertThat(Shop.read(shown).path("enabled").asBoolean()).isTrue();
        assertThat(shown + scene.call("GET", PATH, "").body()).doesNotContain("whsec_", "secret");
    }

    @Test
    void an_address_within_the_machine_or_its_network_or_without_encryption_is_refused() {
        for (var wrong : List.of(
                "http://shop.example/events",
                "https://127.0.0.1/events",
                "https://localhost/events",
                "https://10.1.2.3/events",
                "https://192.168.0.7/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://0x7f000001/",
                "https://me:secret@shop.example/",
                "ftp://shop.example/",
                "/api/v1/flows",
                "//shop.example/events",
                "shop.example/events",
                "https://shop.example/" + "x".repeat(2_000),
                " ")) {
            var answer = makes("{\"address\": \"" + wrong + "\", \"events\": [\"message.sent\"]}");

            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"address\"").doesNotContain("secret@");
        }
    }

    @Test
    void what_is_missing_or_unknown_is_said() {
        for (var wrong : List.of(
                "{}",
                "{\"address\": \"https://shop.example/\"}",
                "{\"address\": \"https://shop.example/\", \"events\": []}",
                "{\"address\": \"https://shop.example/\", \"events\": [\"message.read\"]}",
                "{\"events\": [\"message.sent\"]}")) {
            assertThat(makes(wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(scene.call("PUT", PATH + "/nobody", "{}").statusCode()).isEqualTo(422);
        assertThat(scene.call("GET", PATH + "/0190c8a0-0000-7000-8000-000000000000", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_organisation_has_so_many_and_no_more() {
        var settings = "{\"address\": \"https://shop.example/\", \"events\": [\"message.sent\"], \"enabled\": false}";
        HttpResponse<String> answer = makes(settings);
        for (int i = 0; i < WebhookEndpoints.MOST && answer.statusCode() == 201; i++) {
            answer = makes(settings);
        }

        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).contains("too-many-webhooks");
    }

    @Test
    void in_the_demo_the_echo_takes_a_test() {
        var answer = makes("{\"address\": \"/simulator/echo\", \"events\": [\"flow.published\"]}");
        var path = PATH + "/" + Shop.read(answer.body()).at("/webhook/id").asText();

        assertThat(scene.call("POST", path + "/test", "").statusCode()).isEqualTo(202);

        await().atMost(Shop.LONG).until(() -> Shop.read(
                        scene.call("GET", path + "/deliveries", "").body())
                .at("/items/0/state")
                .asText()
                .equals("delivered"));
    }

    private HttpResponse<String> makes(String settings) {
        var answer = scene.call("POST", PATH, settings);
        if (answer.statusCode() == 201) {
            made.add(Shop.read(answer.body()).at("/webhook/id").asText());
        }
        return answer;
    }
}
