package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StatusTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void a_delivery_status_never_takes_a_message_backwards() {
        new FlowText("status", "status")
                .says("a", "first")
                .says("b", "second")
                .ends()
                .publish(scene);
        scene.says(customer, "status");
        scene.hears(customer, 2);

        reports(0, "read");
        awaits("first", "read");
        reports(0, "delivered");
        reports(0, "sent");
        reports(1, "delivered");
        awaits("second", "delivered");

        assertThat(state("first")).isEqualTo("read");
    }

    @Test
    void a_status_that_knows_only_the_message_id_and_overtakes_the_answer_is_applied_when_the_answer_is_there() {
        new FlowText("overtaken", "overtaken").says("a", "slow").ends().publish(scene);
        var wamid = "wamid." + UUID.randomUUID();
        scene.sink().answers(call -> {
            scene.post(Webhooks.status(scene.clock().instant(), wamid, "sent", ""));
            scene.post(Webhooks.status(scene.clock().instant(), wamid, "delivered", ""));
            Awaitility.await()
                    .until(() -> scene.bean(InboxStore.class).figures().statuses() == 0);
            return GraphSink.Answer.accepted(wamid);
        });

        scene.says(customer, "overtaken");

        awaits("slow", "delivered");
    }

    private void reports(int message, String status) {
        var sent = scene.sink()
                .to(customer)
                .get(message)
                .path("biz_opaque_callback_data")
                .asText();
        assertThat(scene.post(Webhooks.status(scene.clock().instant(), "wamid." + sent, status, sent)))
                .isEqualTo(200);
    }

    private void awaits(String text, String state) {
        Awaitility.await().until(() -> state(text).equals(state));
    }

    private String state(String text) {
        return new Rest(scene)
                .messagesOf(customer).stream()
                        .filter(message -> message.path("text").asText().equals(text))
                        .map(message -> message.path("state").asText())
                        .findFirst()
                        .orElse("");
    }
}
