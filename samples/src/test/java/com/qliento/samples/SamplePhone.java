package com.qliento.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A customer's phone on the simulated WhatsApp: writes, taps, reads, and knows what is still unread. */
final class SamplePhone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scene scene;
    private final String number;
    private final String name;
    private int written;
    private int read;

    SamplePhone(Scene scene, String number, String name) {
        this.scene = scene;
        this.number = number;
        this.name = name;
    }

    void writes(String text) {
        send(Map.of("text", text, "name", name));
    }

    /** Taps the latest button or row of this title. */
    void taps(String title) {
        var choice = choices().stream()
                .filter(c -> c.path("title").asText().equals(title))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("there is nothing to tap called " + title));
        send(Map.of("choiceId", choice.path("id").asText(), "title", title, "name", name));
    }

    private void send(Map<String, String> message) {
        written++;
        try {
            var answer = scene.call(
                    "POST", "/simulator/customers/" + number + "/messages", JSON.writeValueAsString(message));
            if (answer.statusCode() != 202) {
                throw new AssertionError("the simulator answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The next message that was not read yet, with all a person can see of it. */
    String reads() {
        Awaitility.await("message " + (read + 1))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> received().size() > read);
        return received().get(read++).path("content").toString();
    }

    /** How many messages are on their way or unread once everything written has been handled. */
    int unread() {
        Awaitility.await("messages to be handled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> messages("in").stream()
                                .filter(m -> m.path("state").asText().equals("done"))
                                .count()
                        == written);
        return messages("out").size() - read;
    }

    /** Whether no flow runs for this customer. */
    boolean free() {
        unread();
        var contact = messages("in").get(0).path("contactId").asText();
        return items("/api/v1/conversations?contact=" + contact)
                .get(0)
                .path("state")
                .asText()
                .equals("free");
    }

    private List<JsonNode> received() {
        var messages = new ArrayList<JsonNode>();
        for (var message : tree("/simulator/customers/" + number + "/messages")) {
            if (message.path("from").asText().equals("business")) {
                messages.add(message);
            }
        }
        return messages;
    }

    private List<JsonNode> choices() {
        var choices = new ArrayList<JsonNode>();
        received().forEach(message -> message.findParents("title").stream()
                .filter(part -> part.hasNonNull("id"))
                .forEach(choices::add));
        return choices;
    }

    private List<JsonNode> messages(String direction) {
        var contact = items("/api/v1/contacts?limit=200").stream()
                .filter(c -> c.path("phone").asText().equals(number))
                .findFirst();
        if (contact.isEmpty()) {
            return List.of();
        }
        return items("/api/v1/messages?limit=200&contact="
                        + contact.get().path("id").asText())
                .stream()
                .filter(m -> m.path("direction").asText().equals(direction))
                .toList();
    }

    private List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        tree(path).path("items").forEach(items::add);
        return items;
    }

    private JsonNode tree(String path) {
        try {
            return JSON.readTree(scene.call("GET", path, "").body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
