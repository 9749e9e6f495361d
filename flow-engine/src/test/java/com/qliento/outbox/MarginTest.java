package com.qliento.outbox;

import static com.qliento.outbox.OutboxScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.AccountId;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.policy.PlatformRules;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.SendLimits;
import com.qliento.rules.policy.SendRequest;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An organisation's margin before the end of the 24-hour window. */
class MarginTest {

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);
    private final String customer = Scene.newCustomer();
    private final String late = "late " + UUID.randomUUID();

    @AfterEach
    void as_the_platform_sends() {
        tighten(0);
        scene.passes(Duration.ofDays(2));
    }

    @Test
    void what_would_go_within_the_margin_is_held_by_the_rule_that_says_so() {
        tighten(10);

        speaksLate();

        until("parked", () -> outbox.state(late).equals("parked"));
        assertThat(outbox.message(late).path("rule").asText()).isEqualTo("send.margin");
        assertThat(outbox.message(late).path("reason").asText())
                .isEqualTo("too near the end of the 24-hour window (rule send.margin, your organisation's settings)");
        assertThat(scene.sink().texts(customer)).doesNotContain(late);
    }

    @Test
    void what_goes_before_the_margin_begins_is_sent() {
        tighten(4);

        speaksLate();

        assertThat(scene.hears(customer, 2)).endsWith(late);
    }

    @Test
    void without_a_margin_the_window_is_used_to_its_end() {
        speaksLate();

        assertThat(scene.hears(customer, 2)).endsWith(late);
    }

    @Test
    void a_message_held_by_the_margin_goes_when_the_customer_has_written_and_it_is_tried_again() {
        tighten(10);
        speaksLate();
        until("parked", () -> outbox.state(late).equals("parked"));

        scene.says(customer, "hello again");
        var id = outbox.message(late).path("id").asText();
        until("sent", () -> {
            scene.call("POST", "/api/v1/messages/" + id + "/retry", "");
            return scene.sink().texts(customer).contains(late);
        });
    }

    @Test
    void the_rules_said_to_be_in_force_are_those_that_a_reply_can_meet() {
        var policies = scene.bean(Policies.class);
        var strict = new SendLimits(LocalTime.MIDNIGHT, LocalTime.of(23, 59), true, true, 10);
        var met = new TreeSet<String>();
        Instant now = scene.clock().instant();
        LongStream.of(-1, 0, 1, 60, 599, 600, 601, 86_400)
                .mapToObj(left -> policies.send(SendRequest.reply(now, now.plusSeconds(left)), strict))
                .flatMap(ruling -> ruling.rules().stream())
                .forEach(rule -> met.add(rule.id()));

        var reader = Actor.person(new AccountId(UUID.randomUUID()), OutboxScene.DEMO, Role.VIEWER);
        assertThat(scene.bean(PlatformRules.class).all(reader, Locale.ENGLISH).stream()
                        .filter(rule -> rule.policy().equals("send") && rule.inForce())
                        .map(PlatformRules.Rule::id))
                .containsExactlyInAnyOrderElementsOf(met);
    }

    /** A flow speaks five minutes before the end of the window. */
    private void speaksLate() {
        var keyword = "late-" + customer;
        new FlowText(keyword, keyword)
                .says("hi", "hi")
                .waits("nap", "PT23H55M")
                .says("late", late)
                .ends()
                .publish(scene);
        scene.says(customer, keyword);
        scene.hears(customer, 1);
        until("accepted", () -> outbox.state("hi").equals("accepted"));
        scene.passes(Duration.ofMinutes(23 * 60 + 55));
    }

    private void tighten(int minutes) {
        var answer = scene.call("PUT", "/api/v1/policies/send", "{\"marginMinutes\":" + minutes + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(scene.bean(SendLimitsInForce.class)
                        .of(OutboxScene.DEMO)
                        .limits()
                        .marginMinutes())
                .isEqualTo(minutes);
    }
}
