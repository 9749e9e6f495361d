package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for somebody who has another number meanwhile goes to that number. */
class MovedMessagesTest {

    private static final int TOO_MANY_TO_ONE_PERSON = 131056;

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);
    private final String text = "text " + UUID.randomUUID();

    @AfterEach
    void everything_is_taken_again() {
        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofDays(2));
    }

    @Test
    void what_is_queued_goes_to_the_new_number_in_its_order() {
        var old = outbox.customer();
        var now = Scene.newCustomer();
        putOff(old, text + 1);
        scene.says(old, text + 2);
        until("queued", () -> outbox.state(text + 2).equals("queued"));

        moves(old, now);
        later();

        assertThat(scene.hears(now, 2)).containsExactly(text + 1, text + 2);
        assertThat(scene.sink().to(old)).as("from before").hasSize(2);
    }

    @Test
    void what_may_not_have_arrived_at_the_old_number_is_sent_again_to_the_new_one() {
        var old = outbox.customer();
        var now = Scene.newCustomer();
        scene.sink().answers(call -> Answer.lost());
        scene.says(old, text);
        until("unsure", () -> scene.bean(OutboxStore.class).figures().unsure() == 1);

        moves(old, now);
        later();

        assertThat(scene.hears(now, 1)).containsExactly(text);
    }

    @Test
    void what_was_held_goes_to_the_new_number_when_it_is_tried_again() {
        var old = Scene.newCustomer();
        var now = Scene.newCustomer();
        scene.publish("late-reminder", OutboxScene.resource("/flows/late-reminder.bpmn"));
        scene.says(old, "pilates");
        scene.hears(old, 1);
        until("accepted", () -> outbox.state("booked").equals("accepted"));
        scene.passes(Duration.ofHours(26));
        until("parked", () -> outbox.state("see you soon").equals("parked"));

        moves(old, now);
        scene.says(now, "echo");
        scene.hears(now, 1);
        var id = outbox.message("see you soon").path("id").asText();
        assertThat(scene.call("POST", "/api/v1/messages/" + id + "/retry", "").statusCode())
                .isEqualTo(202);

        assertThat(scene.hears(now, 2)).endsWith("see you soon");
        assertThat(scene.sink().to(old)).hasSize(1);
    }

    @Test
    void what_is_queued_for_one_who_turns_out_to_be_somebody_known_goes_to_the_number_they_have() {
        var known = outbox.customer();
        var old = outbox.customer();
        putOff(old, text);

        moves(old, known);
        later();

        assertThat(scene.hears(known, 3)).endsWith(text);
        assertThat(scene.sink().to(old)).hasSize(2);
    }

    @Test
    void what_is_queued_for_one_who_stays_goes_to_their_own_number() {
        var other = outbox.customer();
        var stays = outbox.customer();
        putOff(stays, text);

        moves(other, Scene.newCustomer());
        later();

        assertThat(scene.hears(stays, 3)).endsWith(text);
    }

    @Test
    void what_is_queued_for_somebody_whose_number_is_anothers_now_is_parked_until_they_are_known_again() {
        var number = outbox.customer();
        var later = Scene.newCustomer();
        by(number, "DE.one" + number, "hello");
        scene.hears(number, 3);
        putOff(number, text);

        by(number, "DE.two" + number, "unknown");
        later();

        until("parked", () -> outbox.state(text).equals("parked"));
        assertThat(outbox.message(text).path("reasonCode").asText()).isEqualTo("no_usable_address");
        assertThat(scene.sink().texts(number)).doesNotContain(text);
        by(later, "DE.one" + number, "here again");
        scene.hears(later, 1);
        var id = outbox.message(text).path("id").asText();
        scene.call("POST", "/api/v1/messages/" + id + "/retry", "");
        assertThat(scene.hears(later, 2)).endsWith(text);
    }

    private void by(String number, String userId, String said) {
        var message = Webhooks.message(scene.clock().instant(), number, "wamid." + UUID.randomUUID(), said)
                .put("from_user_id", userId);
        assertThat(scene.post(Webhooks.body(List.of(message)))).isEqualTo(200);
    }

    /** What is said to this customer is not taken for some time. */
    private void putOff(String customer, String said) {
        int before = scene.sink().callsTo(customer).size();
        scene.sink()
                .answers(call -> call.path("to").asText().equals(customer)
                        ? Answer.refused(429, TOO_MANY_TO_ONE_PERSON).retryAfter(1800)
                        : Answer.accepted());
        scene.says(customer, said);
        outbox.putOff(customer, said, before + 1);
    }

    private void moves(String from, String to) {
        var change = Webhooks.changedNumber(scene.clock().instant(), from, to);
        assertThat(scene.post(Webhooks.body(List.of(change)))).isEqualTo(200);
    }

    private void later() {
        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofHours(1));
    }
}
