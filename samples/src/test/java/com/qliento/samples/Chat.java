package com.qliento.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/**
 * One customer's chat on the simulated phone: what they do goes through the simulator to the webhook, and what they see
 * came through the Graph API.
 */
final class Chat {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scene scene;
    private final String phone;
    private final String name;
    private final String flow;
    private final Set<String> seen = new HashSet<>();
    private final List<JsonNode> received = new ArrayList<>();
    private final Deque<JsonNode> unexpected = new ArrayDeque<>();

    /** @param flow the key of the flow that another system may begin for the customer */
    Chat(Scene scene, String phone, String name, String flow) {
        this.flow = flow;
        this.scene = scene;
        this.phone = phone;
        this.name = name;
    }

    void says(String text) {
        nothingLeftOver();
        write(JSON.createObjectNode().put("text", text));
    }

    void taps(String title) {
        nothingLeftOver();
        for (int i = received.size() - 1; i >= 0; i--) {
            var offer = received.get(i);
            for (var choice : Shown.choices(offer.path("content"))) {
                if (choice.path("title").asText().equals(title)) {
                    tap(offer, choice);
                    return;
                }
            }
        }
        throw new AssertionError("no message has a button or row '" + title + "'");
    }

    private void tap(JsonNode offer, JsonNode choice) {
        var said = JSON.createObjectNode();
        said.put("choiceId", choice.path("id").asText());
        said.put("title", choice.path("title").asText());
        if (choice.has("description")) {
            said.put("description", choice.path("description").asText());
        }
        write(said.put("replyTo", offer.path("id").asText()));
    }

    /** Another system begins the flow with these values. */
    void isBegunFor(Map<?, ?> values) {
        nothingLeftOver();
        var body = JSON.createObjectNode().put("phone", phone);
        body.set("values", JSON.valueToTree(values));
        var begun = scene.call("POST", "/api/v1/flows/" + flow + "/start", body.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    }

    void expects(String text) {
        quiet();
        var next = unexpected.poll();
        assertThat(next).as("a message with '%s'", text).isNotNull();
        assertThat(Shown.of(next.path("content")))
                .anySatisfy(shown -> assertThat(shown).contains(text));
    }

    void silent() {
        nothingLeftOver();
    }

    void passes(Duration duration) {
        nothingLeftOver();
        scene.passes(duration);
        Awaitility.await("what is due to begin")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> due() == 0);
    }

    /** Flows that were to begin by now and have not yet. */
    private long due() {
        return scene.jdbc()
                .sql("SELECT count(*) FROM flow_schedule_due(?, 1, 1)")
                .param(scene.clock().instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void ends() {
        quiet();
        assertThat(conversation().path("state").asText()).isEqualTo("free");
    }

    /** Waits until all is said that is to be said now, and sees that every message was expected. */
    void nothingLeftOver() {
        quiet();
        assertThat(unexpected.stream().map(message -> Shown.of(message.path("content"))))
                .as("messages nobody expected")
                .isEmpty();
    }

    private void write(ObjectNode said) {
        var answer = scene.call(
                "POST",
                "/simulator/customers/" + phone + "/messages",
                said.put("name", name).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Every message is on the phone once it was taken by the webhook, its step is done, nobody is asked, and the outbox is empty. */
    private void quiet() {
        Awaitility.await("the application to be done")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> taken()
                        && empty("waiting + calling", "call")
                        && empty("pending + results + held", "inbox")
                        && empty("queued + sending", "outbox"));
        for (var message : messages()) {
            if (message.path("from").asText().equals("business")
                    && seen.add(message.path("id").asText())) {
                received.add(message);
                unexpected.add(message);
            }
        }
    }

    private boolean taken() {
        return messages().stream()
                .noneMatch(message -> message.path("from").asText().equals("customer")
                        && message.path("status").asText().equals("pending"));
    }

    private boolean empty(String what, String store) {
        return scene.jdbc()
                        .sql("SELECT " + what + " FROM " + store + "_figures()")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private List<JsonNode> messages() {
        return items(get("/simulator/customers/" + phone + "/messages"));
    }

    private JsonNode conversation() {
        var contact = items(get("/api/v1/contacts?limit=200").path("items")).stream()
                .filter(one -> one.path("phone").asText().equals(phone))
                .findFirst()
                .orElseThrow();
        return get("/api/v1/conversations?contact=" + contact.path("id").asText())
                .path("items")
                .path(0);
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(scene.call("GET", path, "").body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
