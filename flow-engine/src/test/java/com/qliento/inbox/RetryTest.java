package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @Test
    void a_step_that_fails_is_tried_again_then_parked_and_the_lane_goes_on() {
        new FlowText("fragile", "fragile")
                .asks("question", "question", "Yes?")
                .ends()
                .publish(scene);
        scene.says(customer, "fragile");
        assertThat(scene.hears(customer, 1)).containsExactly("Yes?");
        loseTheWaitingFlow();

        scene.says(customer, "my secret answer");
        Awaitility.await().until(() -> first("pending").path("reason").asText().contains("flow fragile"));
        var parked = parked();

        assertThat(parked.path("reason").asText()).contains("flow fragile").doesNotContain("secret");
        scene.says(customer, "stop");
        assertThat(scene.hears(customer, 2)).last().asString().startsWith("Stopped");
    }

    @Test
    void a_parked_message_can_be_tried_again_or_dropped() {
        new FlowText("brittle", "brittle")
                .asks("question", "question", "Yes?")
                .ends()
                .publish(scene);
        scene.says(customer, "brittle");
        scene.hears(customer, 1);
        loseTheWaitingFlow();
        scene.says(customer, "hello");
        var path = "/api/v1/messages/" + parked().path("id").asText();

        assertThat(scene.call("POST", path + "/retry", "").statusCode()).isEqualTo(202);
        Awaitility.await().until(() -> !first("pending").isMissingNode());
        parked();
        assertThat(scene.call("POST", path + "/drop", "").statusCode()).isEqualTo(204);

        assertThat(first("parked").isMissingNode()).isTrue();
        assertThat(first("dropped").path("reason").asText()).contains("flow brittle");
        assertThat(scene.call("POST", path + "/drop", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_message_that_nobody_could_be_answered_for_is_parked_at_once_with_a_plain_reason() {
        var nowhere = customer + "0".repeat(30);

        scene.says(nowhere, "hello");

        Awaitility.await().until(() -> stateOf(nowhere).equals("parked"));
        assertThat(rest.messagesOf(nowhere).get(0).path("reason").asText()).startsWith("Nobody can be reached");
        assertThat(rest.messagesOf(nowhere).get(0).path("reasonCode").asText()).isEqualTo("no_usable_address");
    }

    private String stateOf(String phone) {
        var messages = rest.messagesOf(phone);
        return messages.isEmpty() ? "" : messages.get(0).path("state").asText();
    }

    /** Leaves the conversation waiting in an execution that the engine does not have: every answer fails. */
    private void loseTheWaitingFlow() {
        var conversation =
                UUID.fromString(rest.conversationOf(customer).path("id").asText());
        scene.bean(OrganisationScope.class).run(DEMO, () -> assertThat(scene.jdbc()
                        .sql("UPDATE conversation SET execution_id = 'gone' WHERE id = ?")
                        .param(conversation)
                        .update())
                .isOne());
    }

    private JsonNode parked() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            scene.passes(Duration.ofSeconds(70));
            return !first("parked").isMissingNode();
        });
        return first("parked");
    }

    private JsonNode first(String state) {
        return rest.messagesOf(customer).stream()
                .filter(message -> message.path("state").asText().equals(state))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
