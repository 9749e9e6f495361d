package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with another number or user id is the same person. */
class MovedTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String old = Scene.newCustomer();
    private final String now = Scene.newCustomer();

    @BeforeEach
    void an_order_asks_two_things() {
        new FlowText("moved", "moved")
                .asks("a", "question", "Order number?", "name", "no")
                .asks("b", "question", "Your street?", "name", "st")
                .says("t", "Order {{ no }} to {{ st }}.")
                .ends()
                .publish(scene);
    }

    @Test
    void the_new_number_answers_what_the_old_one_was_asked() {
        asked();

        post(changed(old, now));
        scene.says(now, "Main Road 5");

        assertThat(scene.hears(now, 1)).containsExactly("Order A-17 to Main Road 5.");
        assertThat(rest.contact(now)).isEqualTo(rest.contact(old));
        assertThat(person(now).path("phone").asText()).isEqualTo(now);
    }

    @Test
    void what_comes_late_from_the_old_number_finds_them_and_is_answered_at_the_new_one() {
        asked();
        post(changed(old, now));

        post(Webhooks.message(scene.clock().instant().minusSeconds(5), old, wamid(), "Main Road 5"));

        assertThat(scene.hears(now, 1)).containsExactly("Order A-17 to Main Road 5.");
        assertThat(scene.sink().to(old)).hasSize(2);
        assertThat(person(now).path("phone").asText()).isEqualTo(now);
    }

    @Test
    void a_change_that_is_told_twice_after_the_new_number_wrote_makes_one_person_with_one_conversation() {
        asked();
        var change = changed(old, now);
        scene.says(now, "hello?");
        Awaitility.await().until(() -> !rest.conversationOf(now).isMissingNode());

        post(change);
        post(change);
        scene.says(now, "Main Road 5");

        Awaitility.await().until(() -> scene.sink().texts(now).contains("Order A-17 to Main Road 5."));
        assertThat(rest.contact(now)).isEqualTo(rest.contact(old));
        assertThat(conversations(rest.contact(now))).hasSize(1);
        assertThat(rest.messagesOf(now))
                .extracting(message -> message.path("text").asText())
                .contains("moved", "A-17", "hello?", "Main Road 5");
    }

    @Test
    void a_changed_user_id_is_the_same_person() {
        var oldId = "DE.old" + old;
        var newId = "DE.new" + old;
        post(byId(oldId, "moved"));
        post(byId(oldId, "A-17"));
        Awaitility.await()
                .until(() -> scene.sink().taken().stream()
                                .filter(sent -> sent.path("recipient").asText().equals(oldId))
                                .count()
                        == 2);

        post(changedId(oldId, newId));
        post(byId(newId, "Main Road 5"));
        Awaitility.await().until(() -> textsOf(newId).contains("Order A-17 to Main Road 5."));
        post(written(scene.clock().instant().minusSeconds(90), byId(oldId, "moved")));

        Awaitility.await().until(() -> textsOf(newId).contains("Order number?"));
    }

    @Test
    void changes_that_are_told_in_another_order_lead_to_the_last_number() {
        var between = Scene.newCustomer();
        asked();
        var first = changed(old, between);
        first.put("timestamp", Long.toString(scene.clock().instant().getEpochSecond() - 60));

        post(changed(between, now));
        post(first);
        post(Webhooks.message(scene.clock().instant().minusSeconds(90), old, wamid(), "Main Road 5"));

        assertThat(scene.hears(now, 1)).containsExactly("Order A-17 to Main Road 5.");
    }

    @Test
    void somebody_who_comes_back_to_the_old_number_stays_there_though_the_first_change_is_told_again() {
        asked();
        var there = changed(old, now);
        there.put("timestamp", Long.toString(scene.clock().instant().getEpochSecond() - 60));
        post(there);
        post(changed(now, old));

        post(there);
        scene.says(old, "Main Road 5");

        assertThat(scene.hears(old, 3)).last().isEqualTo("Order A-17 to Main Road 5.");
    }

    @Test
    void a_number_that_was_left_a_month_ago_is_somebody_elses() {
        asked();
        post(changed(old, now));
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        scene.bean(OrganisationScope.class).run(channel.organisation(), () -> scene.jdbc()
                .sql("UPDATE contact_identity SET left_at = left_at - interval '31 days'")
                .update());
        var other = Webhooks.message(scene.clock().instant(), old, wamid(), "moved");

        assertThat(scene.post(Webhooks.body(List.of(other)).replace("\"Customer\"", "\"Somebody else\"")))
                .isEqualTo(200);

        assertThat(scene.hears(old, 3)).last().isEqualTo("Order number?");
        assertThat(rest.contact(old)).isNotEqualTo(rest.contact(now));
    }

    private void asked() {
        scene.says(old, "moved");
        scene.hears(old, 1);
        scene.says(old, "A-17");
        assertThat(scene.hears(old, 2)).endsWith("Your street?");
    }

    private void post(ObjectNode message) {
        assertThat(scene.post(Webhooks.body(List.of(message)))).isEqualTo(200);
    }

    private ObjectNode changed(String from, String to) {
        return Webhooks.changedNumber(scene.clock().instant(), from, to);
    }

    private ObjectNode changedId(String from, String to) {
        var message = Webhooks.message(scene.clock().instant(), "", wamid(), "").put("type", "system");
        message.remove(List.of("from", "text"));
        message.put("from_user_id", from);
        message.putObject("system")
                .put("type", "user_changed_user_id")
                .put("user_id", to)
                .put("previous_user_id", from);
        return message;
    }

    private ObjectNode byId(String userId, String text) {
        var message = Webhooks.message(scene.clock().instant(), "", wamid(), text);
        message.remove("from");
        return message.put("from_user_id", userId);
    }

    /** What comes late: written after a change, it would say that they came back to what they were. */
    private static ObjectNode written(Instant at, ObjectNode message) {
        return message.put("timestamp", Long.toString(at.getEpochSecond()));
    }

    private List<String> textsOf(String userId) {
        return scene.sink().taken().stream()
                .filter(sent -> sent.path("recipient").asText().equals(userId))
                .map(sent -> sent.at("/text/body").asText())
                .toList();
    }

    private JsonNode person(String phone) {
        return rest.get("/api/v1/contacts/" + rest.contact(phone));
    }

    private List<JsonNode> conversations(String contact) {
        return List.of(rest.get("/api/v1/conversations?contact=" + contact)
                .path("items")
                .findParents("state")
                .toArray(JsonNode[]::new));
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }
}
