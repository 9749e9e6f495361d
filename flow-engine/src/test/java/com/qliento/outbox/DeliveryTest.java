package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a message that WhatsApp took. */
class DeliveryTest {

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);
    private final String customer = outbox.customer();
    private final String text = "text " + UUID.randomUUID();
    private final String wamid = "wamid." + UUID.randomUUID();

    @Test
    void statuses_with_our_own_id_move_a_message_on() {
        var id = sent();

        for (var status : List.of("sent", "delivered", "read")) {
            outbox.status(wamid, status, id);
            until(status, () -> outbox.state(text).equals(status));
        }
    }

    @Test
    void statuses_with_whatsapp_s_id_alone_move_a_message_on() {
        sent();

        for (var status : List.of("sent", "delivered", "read")) {
            outbox.status(wamid, status, "");
            until(status, () -> outbox.state(text).equals(status));
        }
    }

    @Test
    void a_message_never_goes_backwards_in_whatever_order_statuses_come() {
        var id = sent();

        outbox.status(wamid, "read", id);
        until("read", () -> outbox.state(text).equals("read"));
        outbox.status(wamid, "sent", id);
        outbox.status(wamid, "delivered", "");
        otherMessageIsRead();

        assertThat(outbox.state(text)).isEqualTo("read");
    }

    @Test
    void a_failed_message_tells_the_reason_in_plain_words_and_not_in_meta_s() {
        var id = sent();

        outbox.status(wamid, "failed", id, 131026);

        until("failed", () -> outbox.state(text).equals("failed"));
        var message = outbox.message(text);
        assertThat(message.path("errorCode").asInt()).isEqualTo(131026);
        assertThat(message.path("reason").asText()).startsWith("The number can't receive this message");
    }

    @Test
    void a_status_that_overtakes_the_answer_of_the_call_is_kept() {
        scene.sink().answers(call -> {
            if (OutboxScene.text(call).equals(text)) {
                outbox.status(wamid, "delivered", OutboxScene.callbackData(call));
                until("delivered", () -> outbox.state(text).equals("delivered"));
            }
            return Answer.accepted(wamid);
        });

        scene.says(customer, text);
        scene.says(customer, "next " + text);
        scene.hears(customer, 4);
        until("accepted", () -> outbox.state("next " + text).equals("accepted"));

        assertThat(outbox.state(text)).isEqualTo("delivered");
    }

    private String sent() {
        scene.sink().answers(call -> Answer.accepted(wamid));
        scene.says(customer, text);
        scene.hears(customer, 3);
        until("accepted", () -> outbox.state(text).equals("accepted"));
        scene.sink().answers(call -> Answer.accepted());
        return OutboxScene.callbackData(scene.sink().to(customer).get(2));
    }

    /** Statuses are handled in their order: when this one is seen, those before it have been. */
    private void otherMessageIsRead() {
        var other = scene.sink().to(customer).get(1);
        outbox.status("wamid." + UUID.randomUUID(), "read", OutboxScene.callbackData(other));
        until("read", () -> outbox.state("hello " + customer).equals("read"));
    }
}
