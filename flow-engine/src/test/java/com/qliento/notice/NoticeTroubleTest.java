package com.qliento.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.AccountId;
import com.qliento.account.Role;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.database.TimeOrderedId;
import com.qliento.guard.LocalNetwork;
import com.qliento.guard.OddServer;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import com.qliento.webhook.WebhookEndpoints;
import java.io.IOException;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Trouble as it really comes about, and who is told of it; and what keeps nobody from being told. */
class NoticeTroubleTest extends NoticeScene {

    /** The demo is saved after it, and looked at after it. */
    private static final OrganisationId FIRST = OrganisationId.of("00000000-0000-7000-8000-000000000001");

    @Test
    void
            of_messages_that_whatsapp_takes_none_of_people_are_told_after_ten_minutes_whatever_keeps_it_from_taking_them() {
        var owner = joins(Role.OWNER);
        var agent = joins(Role.AGENT);
        var customer = Scene.newCustomer();
        publishes(customer);
        scene.sink().answers(call -> Answer.refused(401, 190));
        scene.says(customer, "hi" + customer);
        await().atMost(LONG).until(() -> !scene.sink().callsTo(customer).isEmpty());

        sweepAfter(Duration.ofMinutes(9));
        assertThat(mailTo(owner)).isZero();
        tells(owner, Duration.ofMinutes(2));
        sweepAfter(Duration.ofMinutes(1));

        assertThat(mailTo(owner)).isOne();
        assertThat(mailTo(agent)).isZero();
        assertThat(page("/simulator/mail")).contains("Messages to customers can&#39;t be sent");
        scene.sink().answers(call -> Answer.accepted());
        scene.passes(Duration.ofMinutes(2));
        scene.hears(customer, 1);
    }

    @Test
    void of_a_system_that_does_not_answer_those_who_build_are_told_by_its_name() {
        var builder = joins(Role.BUILDER);
        var agent = joins(Role.AGENT);
        var customer = Scene.newCustomer();
        try (var shop = OddServer.at(LocalNetwork.SHOP)) {
            var host = "api.shop.example:" + shop.port();
            shop.answers("500 Oops", "text/plain", "words of the shop");
            fails(customer, host, 1);
            fails(customer, host, 2);
            sweepAfter(Duration.ofMinutes(11));
            sweepAfter(Duration.ofMinutes(11));
            assertThat(mailTo(builder)).as("twice is no trouble yet").isZero();
            fails(customer, host, 3);

            sweepAfter(Duration.ZERO);
            tells(builder, Duration.ofMinutes(11));
            sweepAfter(Duration.ofMinutes(1));

            assertThat(mailTo(builder)).isOne();
            assertThat(mailTo(agent)).isZero();
            assertThat(page("/simulator/mail")).contains("Flows do not get through to " + host);
            scene.call("DELETE", "/api/v1/request-hosts/" + host, "");
        }
    }

    @Test
    void of_a_webhook_that_was_switched_off_those_are_told_who_keep_connections_and_of_another_one_again()
            throws IOException {
        var owner = joins(Role.OWNER);
        var builder = joins(Role.BUILDER);
        var first = aWebhookIsSwitchedOff();
        sweepAfter(Duration.ZERO);
        tells(owner, Duration.ofMinutes(11));
        sweepAfter(Duration.ofMinutes(1));
        assertThat(mailTo(owner)).isOne();
        assertThat(mailTo(builder)).isZero();

        scene.call("DELETE", first, "");
        sweepAfter(Duration.ofMinutes(1));
        var second = aWebhookIsSwitchedOff();
        sweepAfter(Duration.ofMinutes(1));
        sweepAfter(Duration.ofMinutes(11));
        assertThat(mailTo(owner)).as("within four hours").isOne();
        scene.passes(Duration.ofHours(4));
        scene.bean(NoticeSweep.class).sweep();

        await().atMost(LONG).until(() -> mailTo(owner) == 2);
        scene.call("DELETE", second, "");
    }

    @Test
    void of_two_nodes_that_look_at_once_one_tells() {
        var agent = joins(Role.AGENT);
        var message = aMessageWaits();
        var nodes = List.of(scene.bean(NoticeSweep.class), onAnotherNode());
        sweepAfter(Duration.ZERO);
        scene.passes(Duration.ofMinutes(11));
        var together = new CyclicBarrier(2);

        var sweeps = nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> {
                    meets(together);
                    node.sweep();
                }))
                .toList();
        sweeps.forEach(CompletableFuture::join);

        await().atMost(LONG).until(() -> mailTo(agent) >= 1 && letters() == 0);
        assertThat(mailTo(agent)).isOne();
        settled(message);
    }

    @Test
    void an_organisation_that_can_not_be_looked_at_keeps_no_other_from_being_told() {
        var agent = joins(Role.AGENT);
        var message = aMessageWaits();
        scene.bean(Organisations.class)
                .save(new Organisation(
                        FIRST, "First", null, Organisation.DEFAULT_STOP_KEYWORDS, Organisation.DEFAULT_STOP_REPLY));
        var organisations = scene.bean(Organisations.class);
        organisations.save(organisations.get(DEMO));
        var wrong = accounts.register(
                FIRST, Role.OWNER, "owner@" + UUID.randomUUID() + ".example", "Somebody", "a long password");
        unreadable(FIRST, wrong);
        var when = scene.clock().instant();
        scene.bean(OrganisationScope.class).run(FIRST, () -> {
            for (int n = 0; n < 3; n++) {
                failedCall(when);
            }
        });

        sweepAfter(Duration.ZERO);
        tells(agent, Duration.ofMinutes(11));

        assertThat(scene.bean(OrganisationScope.class).in(FIRST, () -> scene.jdbc()
                        .sql("SELECT count(*) FROM notice WHERE since IS NOT NULL AND told_at IS NULL")
                        .query(Long.class)
                        .single()))
                .as("of this nobody could be told")
                .isOne();
        settled(message);
    }

    /** A call of this organisation that came to nothing. */
    private void failedCall(Instant when) {
        var id = TimeOrderedId.at(when);
        assertThat(scene.jdbc()
                        .sql("""
                                INSERT INTO call_record (day, id, organisation_id, kind, target, element, outcome, trouble,
                                  attempts, millis, recorded_at)
                                VALUES (?, ?, ?, 'request', 'shop.example', 'ask', 'http-500', true, 1, 1, ?)
                                """)
                        .param(Date.valueOf(TimeOrderedId.dayOf(id)))
                        .param(id)
                        .param(FIRST.value())
                        .param(when.atOffset(ZoneOffset.UTC))
                        .update())
                .isOne();
    }

    @Test
    void a_letter_that_is_given_up_before_its_turn_is_not_sent() throws Exception {
        var first = joins(Role.AGENT);
        var second = joins(Role.AGENT);
        var third = joins(Role.AGENT);
        var callee = scene.bean(NoticeCallee.class);
        var locked = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        var holding = CompletableFuture.runAsync(() -> holdsTheMembers(locked, given));
        awaits(locked);
        var begun = callee.make(letter(first));
        var waiting = callee.make(letter(second));
        var wanted = callee.make(letter(third));

        assertThat(begun.cancel(true)).isTrue();
        assertThat(waiting.cancel(true)).isTrue();
        given.countDown();
        holding.join();

        assertThat(wanted.get(20, TimeUnit.SECONDS)).isInstanceOf(CallOutcome.Answered.class);
        assertThat(mailTo(third)).isOne();
        assertThat(mailTo(first) + mailTo(second)).isZero();
    }

    /** Nobody can read who works here meanwhile. */
    private void holdsTheMembers(CountDownLatch locked, CountDownLatch given) {
        scene.bean(OrganisationScope.class).run(DEMO, () -> {
            scene.jdbc()
                    .sql("LOCK TABLE account_member IN ACCESS EXCLUSIVE MODE")
                    .update();
            locked.countDown();
            awaits(given);
        });
    }

    private static void awaits(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException over) {
            throw new IllegalStateException(over);
        }
    }

    private Callee.Made letter(AccountId account) {
        var now = scene.clock().instant();
        return new Callee.Made(
                TimeOrderedId.at(now),
                DEMO,
                null,
                null,
                NoticeCallee.request(account, NoticeKind.MESSAGES_WAIT, new Trouble(1, "")),
                now.plus(Duration.ofHours(1)),
                1);
    }

    private static void meets(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Looks as another node does: by the same database. */
    private NoticeSweep onAnotherNode() {
        return new NoticeSweep(
                scene.bean(NoticeStore.class),
                scene.bean(Troubles.class),
                scene.bean(Organisations.class),
                scene.bean(NoticeSweep.Writing.class),
                scene.clock());
    }

    /** Notices that are to be sent still. */
    private long letters() {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT count(*) FROM call_queue WHERE kind = 'notice'")
                .query(Long.class)
                .single());
    }

    private void publishes(String customer) {
        new FlowText("hi" + customer, "hi" + customer)
                .says("said", "Hello")
                .ends()
                .publish(scene);
    }

    /** A flow asks this host, for the time of this number, and goes on without an answer. */
    private void fails(String customer, String host, int time) {
        var key = "ask" + customer;
        if (time == 1) {
            scene.call("PUT", "/api/v1/request-hosts/" + host, "");
            new FlowText(key, key)
                    .block("serviceTask", "ask", "request", "address", "http://" + host + "/", "repeat", "never")
                    .says("said", "It answers")
                    .ends()
                    .exitOf("ask", "qliento.failed", "No idea")
                    .publish(scene);
        }
        scene.says(customer, key);
        assertThat(scene.hears(customer, time)).hasSize(time).containsOnly("No idea");
    }

    /** Gives its path. */
    private String aWebhookIsSwitchedOff() throws IOException {
        try (var shop = OddServer.at(LocalNetwork.SHOP)) {
            shop.answers("410 Gone", "text/plain", "words of the shop");
            var made = scene.call(
                    "POST",
                    "/api/v1/webhooks",
                    "{\"address\": \"http://api.shop.example:" + shop.port()
                            + "/\", \"events\": [\"flow.published\"]}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            publishes(Scene.newCustomer());
            await().atMost(LONG).until(() -> scene.bean(WebhookEndpoints.class).switchedOff(DEMO) == 1);
            return "/api/v1/webhooks/"
                    + new ObjectMapper()
                            .readTree(made.body())
                            .path("webhook")
                            .path("id")
                            .asText();
        }
    }
}
