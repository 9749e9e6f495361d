package com.qliento.outbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What tests of the outbox do again and again with a scene whose customers talk to the echo flow. */
final class OutboxScene {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene;

    OutboxScene(Scene scene) {
        this.scene = scene;
        scene.publish("echo", resource("/flows/echo.bpmn"));
    }

    static String resource(String path) {
        try (var file = Objects.requireNonNull(OutboxScene.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new customer in the echo flow, who has got its first message. */
    String customer() {
        var phone = Scene.newCustomer();
        scene.says(phone, "echo");
        scene.hears(phone, 1);
        var text = "hello " + phone;
        scene.says(phone, text);
        scene.hears(phone, 2);
        until("accepted", () -> state(text).equals("accepted"));
        return phone;
    }

    /** What the REST interface shows of the message of ours with this text; missing when there is none. */
    JsonNode message(String text) {
        for (var item :
                json(scene.call("GET", "/api/v1/messages?limit=200", "").body()).path("items")) {
            if (item.path("direction").asText().equals("out")
                    && item.path("text").asText().equals(text)) {
                return item;
            }
        }
        return JSON.missingNode();
    }

    String state(String text) {
        return message(text).path("state").asText();
    }

    /**
     * Waits until this many calls were made for a customer, the last of them for this text, and what it was refused with
     * is known: a pause is counted from when the refusal is read, so the time must not be moved on before.
     */
    void putOff(String phone, String text, int calls) {
        until(
                "put off",
                () -> scene.sink().callsTo(phone).size() == calls && state(text).equals("queued"));
    }

    /** The lane of a customer made by {@link #customer}. */
    Lane laneOf(String phone) {
        var message = message("hello " + phone);
        return new Lane(
                DEMO,
                UUID.fromString(message.path("channelId").asText()),
                UUID.fromString(message.path("contactId").asText()));
    }

    /** A status webhook. */
    void status(String messageId, String status, String callbackData) {
        status(messageId, status, callbackData, 0);
    }

    void status(String messageId, String status, String callbackData, int code) {
        int answer = scene.post(Webhooks.status(scene.clock().instant(), messageId, status, callbackData, code));
        if (answer != 200) {
            throw new AssertionError("webhook answered " + answer);
        }
    }

    /** The same text goes out for these, whoever is asked. */
    static String text(JsonNode call) {
        return call.at("/text/body").asText();
    }

    static String callbackData(JsonNode call) {
        return call.path("biz_opaque_callback_data").asText();
    }

    static void until(String what, Callable<Boolean> holds) {
        await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(holds);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            throw new AssertionError(text, none);
        }
    }
}
