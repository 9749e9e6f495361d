package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Free text goes out only within 24 hours of the customer's last message. */
class WindowTest {

    private static final String REMINDER = "see you soon";

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);

    @AfterEach
    void the_pause_is_over() {
        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofDays(2));
    }

    @Test
    void what_a_flow_says_after_the_window_is_parked_and_never_sent() {
        var customer = reminded();

        assertThat(outbox.state(REMINDER)).isEqualTo("parked");
        assertThat(outbox.message(REMINDER).path("rule").asText()).isEqualTo("send.window");
        assertThat(outbox.message(REMINDER).path("reason").asText())
                .isEqualTo("outside the 24-hour window (rule send.window, WhatsApp messaging policy)");
        assertThat(scene.sink().callsTo(customer)).hasSize(1);
    }

    @Test
    void a_parked_message_that_is_tried_again_is_sent_only_when_the_customer_has_written() {
        var customer = reminded();
        var id = outbox.message(REMINDER).path("id").asText();

        assertThat(post(id, "retry")).isEqualTo(202);
        until("parked again", () -> outbox.state(REMINDER).equals("parked"));
        scene.says(customer, "echo");
        scene.hears(customer, 2);
        assertThat(post(id, "retry")).isEqualTo(202);

        assertThat(scene.hears(customer, 3)).endsWith(REMINDER);
        until("accepted", () -> outbox.state(REMINDER).equals("accepted"));
    }

    @Test
    void a_parked_message_that_is_dropped_stays_listed_and_is_never_sent() {
        var customer = reminded();
        var id = outbox.message(REMINDER).path("id").asText();

        assertThat(post(id, "drop")).isEqualTo(204);
        scene.says(customer, "echo");
        scene.hears(customer, 2);

        assertThat(outbox.state(REMINDER)).isEqualTo("dropped");
        assertThat(post(id, "retry")).isEqualTo(404);
        assertThat(post(id, "drop")).isEqualTo(404);
        assertThat(scene.sink().texts(customer)).doesNotContain(REMINDER);
    }

    @Test
    void a_failed_message_can_be_tried_again() {
        var customer = outbox.customer();
        var text = "text " + UUID.randomUUID();
        scene.sink().answers(call -> Answer.refused(400, 131009));
        scene.says(customer, text);
        until("failed", () -> outbox.state(text).equals("failed"));
        scene.sink().answers(call -> Answer.accepted());

        assertThat(post(outbox.message(text).path("id").asText(), "retry")).isEqualTo(202);

        assertThat(scene.hears(customer, 3)).endsWith(text);
        until("accepted", () -> outbox.state(text).equals("accepted"));
        assertThat(outbox.message(text).has("reason")).isFalse();
    }

    @Test
    void a_later_message_of_the_customer_opens_the_window_for_what_is_queued() {
        var customer = outbox.customer();
        var text = "text " + UUID.randomUUID();
        scene.sink().answers(call -> Answer.refused(429, 130429).retryAfter(25 * 3600 - 7200));
        scene.says(customer, text + 1);
        outbox.putOff(customer, text + 1, 3);
        scene.sink().answers(call -> Answer.refused(429, 130429).retryAfter(7200));
        scene.passes(Duration.ofHours(23));
        outbox.putOff(customer, text + 1, 4);
        scene.says(customer, text + 2);
        until("queued", () -> outbox.state(text + 2).equals("queued"));
        scene.sink().answers(call -> Answer.accepted());

        scene.passes(Duration.ofHours(2));

        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
    }

    /** A customer to whom a flow spoke too late. */
    private String reminded() {
        var customer = Scene.newCustomer();
        scene.publish("late-reminder", OutboxScene.resource("/flows/late-reminder.bpmn"));
        scene.says(customer, "pilates");
        scene.hears(customer, 1);
        until("accepted", () -> outbox.state("booked").equals("accepted"));
        scene.passes(Duration.ofHours(26));
        until("parked", () -> outbox.state(REMINDER).equals("parked"));
        return customer;
    }

    private int post(String id, String what) {
        return scene.call("POST", "/api/v1/messages/" + id + "/" + what, "").statusCode();
    }
}
