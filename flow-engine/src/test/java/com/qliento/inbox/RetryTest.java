package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @Test
    void a_step_that_fails_is_tried_again_then_parked_and_the_lane_goes_on() {
        new FlowText("fine", "fine").says("yes", "yes").ends().publish(scene);
        var parent = "ES.ENT." + customer;
        var failing = Webhooks.message(scene.clock().instant(), customer, id(), "fine")
                .put("from_user_id", "no address " + customer)
                .put("from_parent_user_id", parent);
        failing.remove("from");
        var next = Webhooks.message(scene.clock().instant(), customer, id(), "fine")
                .put("from_parent_user_id", parent);

        scene.post(Webhooks.body(List.of(failing)));
        scene.post(Webhooks.body(List.of(next)));
        Awaitility.await()
                .until(() -> first(customer, "pending").path("reason").asText().contains("IllegalArgument"));
        assertThat(scene.sink().to(customer)).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            scene.passes(Duration.ofSeconds(20));
            return !first(customer, "parked").isMissingNode();
        });

        Awaitility.await().until(() -> scene.sink().to(customer).size() == 1);
        var parked = first(customer, "parked");
        assertThat(parked.path("reason").asText())
                .contains("IllegalArgumentException")
                .doesNotContain(customer);
        var path = "/api/v1/messages/" + parked.path("id").asText();
        assertThat(scene.call("POST", path + "/retry", "").statusCode()).isEqualTo(202);
        Awaitility.await().until(() -> !first(customer, "pending").isMissingNode());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            scene.passes(Duration.ofSeconds(20));
            return !first(customer, "parked").isMissingNode();
        });
        assertThat(scene.call("POST", path + "/drop", "").statusCode()).isEqualTo(204);
        assertThat(first(customer, "parked").isMissingNode()).isTrue();
    }

    private static String id() {
        return "wamid." + UUID.randomUUID();
    }

    private JsonNode first(String phone, String state) {
        return rest.messagesOf(phone).stream()
                .filter(message -> message.path("state").asText().equals(state))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }
}
