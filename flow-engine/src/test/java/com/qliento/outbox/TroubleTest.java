package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WhatsApp refuses, fails, throttles, hangs and loses answers. */
class TroubleTest {

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);
    private final String customer = outbox.customer();
    private final String other = outbox.customer();
    private final String text = "text " + UUID.randomUUID();
    private final CountDownLatch testOver = new CountDownLatch(1);

    @AfterEach
    void whatsapp_is_well_again() {
        testOver.countDown();
        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofMinutes(2));
    }

    @Test
    void a_throttled_number_waits_as_long_as_asked_and_then_sends_everything_in_order() {
        var throttled = new AtomicBoolean(true);
        scene.sink()
                .answers(call -> throttled.get() ? Answer.refused(429, 130429).retryAfter(60) : Answer.accepted());

        for (int i = 1; i <= 5; i++) {
            scene.says(customer, text + i);
        }
        outbox.putOff(customer, text + 1, 3);
        scene.says(other, text);
        until("queued", () -> outbox.state(text).equals("queued"));
        throttled.set(false);
        scene.passes(Duration.ofSeconds(58));
        assertThat(scene.sink().to(other)).as("while the pause lasts").hasSize(2);
        scene.passes(Duration.ofSeconds(3));

        assertThat(scene.hears(customer, 7)).endsWith(text + 1, text + 2, text + 3, text + 4, text + 5);
        assertThat(scene.hears(other, 3)).endsWith(text);
        assertThat(scene.sink().callsTo(customer)).as("one call was refused").hasSize(8);
    }

    @Test
    void what_waits_for_a_paused_number_says_why_until_the_pause_is_over() {
        scene.sink().answers(call -> Answer.refused(429, 130429).retryAfter(60));
        scene.says(customer, text + 1);
        outbox.putOff(customer, text + 1, 3);
        scene.says(other, text);
        until("queued", () -> outbox.state(text).equals("queued"));

        assertThat(outbox.message(text).path("reason").asText())
                .startsWith("WhatsApp takes nothing from this number for now");
        assertThat(outbox.message(text).path("reasonCode").asText()).isEqualTo("number_paused");
        assertThat(outbox.message(text).path("errorCode").asInt()).isEqualTo(130429);

        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofSeconds(61));
        scene.hears(other, 3);
        until("accepted", () -> outbox.state(text).equals("accepted"));
        assertThat(outbox.message(text).hasNonNull("reason")).isFalse();
    }

    @Test
    void being_throttled_again_and_again_costs_a_message_nothing() {
        var refusals = new AtomicInteger();
        scene.sink()
                .answers(call -> refusals.incrementAndGet() <= 30
                        ? Answer.refused(429, 130429).retryAfter(1)
                        : Answer.accepted());

        scene.says(customer, text);
        until("sent at last", () -> {
            scene.passes(Duration.ofSeconds(1));
            return scene.sink().to(customer).size() == 3;
        });

        assertThat(refusals.get()).isEqualTo(31);
        until("accepted", () -> outbox.state(text).equals("accepted"));
    }

    @Test
    void too_much_for_one_person_makes_only_this_person_wait() {
        var tooMuch = new AtomicBoolean(true);
        scene.sink()
                .answers(call -> tooMuch.get() && call.path("to").asText().equals(customer)
                        ? Answer.refused(400, 131056).retryAfter(600)
                        : Answer.accepted());

        scene.says(customer, text + 1);
        outbox.putOff(customer, text + 1, 3);
        scene.says(customer, text + 2);
        scene.says(other, text);

        assertThat(scene.hears(other, 3)).endsWith(text);
        tooMuch.set(false);
        assertThat(scene.sink().to(customer)).hasSize(2);
        scene.passes(Duration.ofSeconds(601));
        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
    }

    @Test
    void nothing_is_lost_and_all_is_in_order_when_whatsapp_fails_for_a_while() {
        var failures = new ConcurrentHashMap<String, AtomicInteger>();
        scene.sink().answers(call -> {
            int failed = failures.computeIfAbsent(call.path("to").asText(), to -> new AtomicInteger())
                    .incrementAndGet();
            return failed <= 4 ? Answer.refused(500, 131000) : Answer.accepted();
        });

        for (int i = 1; i <= 4; i++) {
            scene.says(customer, text + i);
            scene.says(other, text + "-" + i);
        }
        until("recovered", () -> {
            scene.passes(Duration.ofSeconds(5));
            return scene.sink().to(customer).size() == 6
                    && scene.sink().to(other).size() == 6;
        });

        assertThat(scene.sink().texts(customer)).endsWith(text + 1, text + 2, text + 3, text + 4);
        assertThat(scene.sink().texts(other)).endsWith(text + "-1", text + "-2", text + "-3", text + "-4");
    }

    @Test
    void a_message_that_whatsapp_stumbles_over_again_and_again_while_others_go_out_is_parked_and_the_next_goes_on() {
        scene.sink()
                .answers(call ->
                        OutboxScene.text(call).equals(text + 1) ? Answer.refused(500, 131000) : Answer.accepted());

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);
        for (int i = 1; i < 30 && !scene.sink().texts(customer).contains(text + 2); i++) {
            int calls = scene.sink().callsTo(customer).size();
            scene.says(other, "another");
            scene.hears(other, 2 + i);
            scene.passes(Duration.ofMinutes(1));
            until("tried", () -> scene.sink().callsTo(customer).size() > calls);
        }

        until("parked", () -> outbox.state(text + 1).equals("parked"));
        assertThat(outbox.message(text + 1).path("reason").asText()).isEqualTo("It was tried as often as it may be");
        assertThat(outbox.message(text + 1).path("errorCode").asInt()).isEqualTo(131000);
        assertThat(scene.sink().callsTo(customer).stream()
                        .filter(call -> OutboxScene.text(call).equals(text + 1)))
                .hasSizeBetween(20, 22);
    }

    @Test
    void an_outage_of_the_whole_number_costs_a_message_nothing_however_long() {
        var calls = new AtomicInteger();
        scene.sink().answers(call -> calls.incrementAndGet() <= 60 ? Answer.refused(500, 131000) : Answer.accepted());

        scene.says(customer, text + 1);
        scene.says(other, text + 2);
        until("recovered", () -> {
            scene.passes(Duration.ofSeconds(15));
            return scene.sink().to(customer).size() == 3
                    && scene.sink().to(other).size() == 3;
        });

        assertThat(calls.get()).isGreaterThan(60);
    }

    @Test
    void refused_content_fails_with_a_reason_and_the_next_message_goes_on() {
        scene.sink()
                .answers(call ->
                        OutboxScene.text(call).equals(text + 1) ? Answer.refused(400, 131009) : Answer.accepted());

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);

        assertThat(scene.hears(customer, 3)).endsWith(text + 2);
        var failed = outbox.message(text + 1);
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("errorCode").asInt()).isEqualTo(131009);
        assertThat(failed.path("reason").asText()).contains("a value WhatsApp does not accept");
    }

    @Test
    void a_window_that_whatsapp_says_is_closed_parks_the_message() {
        scene.sink()
                .answers(call ->
                        OutboxScene.text(call).equals(text + 1) ? Answer.refused(400, 131047) : Answer.accepted());

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);

        assertThat(scene.hears(customer, 3)).endsWith(text + 2);
        assertThat(outbox.state(text + 1)).isEqualTo("parked");
        assertThat(outbox.message(text + 1).path("rule").asText()).isEqualTo("send.window");
    }

    @Test
    void a_lost_answer_does_not_send_twice_when_a_status_tells_that_whatsapp_has_the_message() {
        var wamid = "wamid." + UUID.randomUUID();
        loseTheAnswerTo(text + 1);

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);
        until("unsure", () -> scene.sink().to(customer).size() == 3);
        outbox.status(
                wamid,
                "sent",
                OutboxScene.callbackData(scene.sink().to(customer).get(2)));

        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
        scene.passes(Duration.ofSeconds(30));
        scene.says(customer, text + 3);
        assertThat(scene.hears(customer, 5)).endsWith(text + 1, text + 2, text + 3);
        assertThat(outbox.state(text + 1)).isEqualTo("sent");
    }

    @Test
    void a_lost_answer_of_which_no_status_tells_is_sent_again_before_what_follows() {
        loseTheAnswerTo(text + 1);

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);
        until("unsure", () -> scene.bean(OutboxStore.class).figures().unsure() == 1);
        assertThat(scene.sink().to(customer)).hasSize(3);
        scene.passes(Duration.ofSeconds(11));

        assertThat(scene.hears(customer, 5)).endsWith(text + 1, text + 1, text + 2);
    }

    @Test
    void a_call_that_hangs_delays_nobody_else() {
        scene.sink().answers(call -> {
            if (OutboxScene.text(call).equals(text + 1)) {
                waitForTheEnd();
            }
            return Answer.accepted();
        });

        scene.says(customer, text + 1);
        scene.says(customer, text + 2);
        until("hanging", () -> scene.sink().callsTo(customer).size() == 3);
        scene.says(other, text);

        assertThat(scene.hears(other, 3)).endsWith(text);
        assertThat(scene.sink().callsTo(customer)).as("one at a time").hasSize(3);
        testOver.countDown();
        assertThat(scene.hears(customer, 4)).endsWith(text + 1, text + 2);
    }

    @Test
    void a_number_that_is_throttled_delays_no_other_number() {
        var second = "2065403522" + Scene.newCustomer().substring(6);
        scene.call("POST", "/api/v1/channels", """
                {"phoneNumberId": "%s", "displayNumber": "15550009999", "appSecret": "demo-app-secret",
                 "verifyToken": "v", "accessToken": "t"}""".formatted(second));
        var there = Scene.newCustomer();
        scene.sink()
                .answers(call -> call.path("to").asText().equals(customer)
                        ? Answer.refused(429, 130429).retryAfter(60)
                        : Answer.accepted());
        scene.says(customer, text);
        outbox.putOff(customer, text, 3);

        int answer = scene.post(scene.textMessage(there, "echo").replace("106540352242922", second));

        assertThat(answer).isEqualTo(200);
        assertThat(scene.hears(there, 1)).hasSize(1);
    }

    private void loseTheAnswerTo(String lost) {
        var first = new AtomicBoolean(true);
        scene.sink()
                .answers(call -> OutboxScene.text(call).equals(lost) && first.getAndSet(false)
                        ? Answer.lost()
                        : Answer.accepted());
    }

    private void waitForTheEnd() {
        try {
            testOver.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
