package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private final Scene scene = Scene.shared();
    private final String phone = Scene.newCustomer();
    private final String userId = "ES." + Scene.newCustomer() + "abc";

    @Test
    void replies_to_somebody_known_by_user_id_go_to_the_recipient() {
        new FlowText("by-id", "by-id").says("yes", "yes").ends().publish(scene);

        scene.post(Webhooks.body(List.of(byUserId("by-id"))));

        assertThat(toUserId(1))
                .allSatisfy(message -> assertThat(message.has("to")).isFalse());
    }

    @Test
    void two_who_turn_out_to_be_one_become_one_contact_whose_flow_goes_on() {
        new FlowText("merge", "merge")
                .asks("q", "question", "Well?")
                .says("on", "going on")
                .ends()
                .publish(scene);
        scene.says(phone, "nothing known");
        scene.post(Webhooks.body(List.of(byUserId("merge"))));
        toUserId(1);

        scene.post(Webhooks.body(List.of(byBoth("here I am"))));

        Awaitility.await().until(() -> scene.sink().texts(phone).contains("going on"));
        assertThat(new Rest(scene).conversationOf(phone).path("state").asText()).isEqualTo("free");
    }

    @Test
    void a_body_in_which_two_turn_out_to_be_one_is_one_lane() {
        new FlowText("one-lane", "one-lane")
                .asks("q", "question", "Well?", "name", "n")
                .says("on", "{{ n }}")
                .ends()
                .publish(scene);

        scene.post(Webhooks.body(List.of(
                Webhooks.message(scene.clock().instant(), phone, wamid(), "one-lane"),
                byUserId("from the id"),
                byBoth("from both"))));

        Awaitility.await().until(() -> scene.sink().calls().stream()
                .anyMatch(call -> call.at("/text/body").asText().equals("from the id")));
    }

    private ObjectNode byUserId(String text) {
        var message = Webhooks.message(scene.clock().instant(), phone, wamid(), text);
        message.remove("from");
        return message.put("from_user_id", userId);
    }

    private ObjectNode byBoth(String text) {
        return Webhooks.message(scene.clock().instant(), phone, wamid(), text).put("from_user_id", userId);
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }

    private List<JsonNode> toUserId(int count) {
        Awaitility.await().until(() -> sentToUserId().size() >= count);
        return sentToUserId();
    }

    private List<JsonNode> sentToUserId() {
        return scene.sink().taken().stream()
                .filter(message -> message.path("recipient").asText().equals(userId))
                .toList();
    }
}
