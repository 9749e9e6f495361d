package com.qliento.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.guard.LocalNetwork;
import com.qliento.guard.OddServer;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system that wants to be told what happens: a real server, and its endpoint of the demo organisation. */
public final class Shop implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it was sent. */
    record Got(Map<String, String> headers, String body) {

        static Got of(String request) {
            int end = request.indexOf("\r\n\r\n");
            var headers = new HashMap<String, String>();
            request.substring(0, end).lines().skip(1).forEach(line -> {
                var parts = line.split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            });
            return new Got(headers, request.substring(end + 4));
        }

        String id() {
            return headers.getOrDefault("webhook-id", "");
        }

        JsonNode json() {
            return read(body);
        }

        String type() {
            return json().path("type").asText();
        }

        JsonNode data() {
            return json().path("data");
        }

        /** Whether somebody who knows this secret signed it, worked out as any receiver would. */
        boolean isSignedBy(String secret) {
            var signed = id() + "." + headers.get("webhook-timestamp") + "." + body;
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var right = "v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(
                                headers.getOrDefault("webhook-signature", "").split(" "))
                        .contains(right);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String toString() {
            return type();
        }
    }

    final OddServer server = OddServer.at(LocalNetwork.SHOP);
    private final Scene scene;
    final String id;
    private String secret;

    private Shop(Scene scene, String settings) {
        this.scene = scene;
        var made =
                read(call(201, "POST", "/api/v1/webhooks", "{\"address\": \"" + address() + "\", " + settings + "}"));
        id = made.path("webhook").path("id").asText();
        secret = made.path("secret").asText();
    }

    /** One that wants to hear of these, with blanks between, of ids and codes alone. */
    static Shop hearing(Scene scene, String events) {
        return new Shop(scene, wish(events, false));
    }

    /** The same with what was said. */
    public static Shop reading(Scene scene, String events) {
        return new Shop(scene, wish(events, true));
    }

    private static String wish(String events, boolean content) {
        return "\"events\": [\"" + events.replace(" ", "\", \"") + "\"], \"content\": " + content;
    }

    String address() {
        return "http://api.shop.example:" + server.port() + "/events?of=qliento";
    }

    String secret() {
        return secret;
    }

    /** Another secret; gives the one before. */
    String rotates() {
        var before = secret;
        secret = read(call(200, "POST", path() + "/rotate", "")).path("secret").asText();
        return before;
    }

    String path() {
        return "/api/v1/webhooks/" + id;
    }

    void answers(String status) {
        server.answers(status, "text/plain", "words of the shop");
    }

    List<Got> got() {
        return server.requests().stream().map(Got::of).toList();
    }

    /** Whether it was sent something of this type that says this. */
    public boolean heard(String type, String said) {
        return got().stream()
                .anyMatch(one -> one.type().equals(type) && one.body().contains(said));
    }

    /** All that it was sent, once there are so many. */
    List<Got> gets(int number) {
        await("what the shop gets").atMost(LONG).until(() -> server.requests().size() >= number);
        return got();
    }

    JsonNode endpoint() {
        return read(call(200, "GET", path(), ""));
    }

    /** Newest first. */
    JsonNode deliveries() {
        return read(call(200, "GET", path() + "/deliveries", "")).path("items");
    }

    JsonNode delivery() {
        return deliveries().path(0);
    }

    /** The newest delivery once it was tried so often and that is written. */
    JsonNode tried(int attempts) {
        await("tries").atMost(LONG).until(() -> delivery().path("attempts").asInt() == attempts);
        return delivery();
    }

    String call(int status, String method, String path, String body) {
        var answer = scene.call(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(status);
        return answer.body();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() {
        scene.call("DELETE", path(), "");
        server.close();
    }
}
