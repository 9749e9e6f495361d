package com.qliento.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.guard.LocalNetwork;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.webhook.PlainAddresses;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The whole application, whose mail is caught, and people who work there. */
abstract class NoticeScene {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    /** What is wrong in it is wrong for all of its organisation, and its clock goes days ahead. */
    private static final Scene SCENE = Scene.startWith(Scene.Setup.usual(), LocalNetwork.class, PlainAddresses.class);

    static {
        Scene.closesLast(SCENE);
    }

    static final Duration LONG = Duration.ofSeconds(20);

    final Scene scene = SCENE;
    final Rest rest = new Rest(scene);
    final Accounts accounts = scene.bean(Accounts.class);
    final Notices notices = scene.bean(Notices.class);

    @BeforeEach
    void nothingIsWrongAndNobodyWasToldLately() {
        sweepAfter(Duration.ofDays(1));
    }

    @AfterEach
    void allIsWellAgain() {
        scene.sink().answers(call -> Answer.accepted());
    }

    /** From a number that nobody can have: an answer would reach nobody. Gives the message's id. */
    String aMessageWaits() {
        var nowhere = Scene.newCustomer() + "0".repeat(30);
        scene.says(nowhere, "hello");
        await().atMost(LONG).until(() -> rest.messagesOf(nowhere).stream()
                .anyMatch(message -> message.path("state").asText().equals("parked")));
        return rest.messagesOf(nowhere).get(0).path("id").asText();
    }

    void settled(String message) {
        assertThat(scene.call("POST", "/api/v1/messages/" + message + "/drop", "")
                        .statusCode())
                .isEqualTo(204);
    }

    /** When this time has passed, they are told. */
    void tells(AccountId account, Duration time) {
        sweepAfter(time);
        await().atMost(LONG).until(() -> mailTo(account) == 1);
    }

    void sweepAfter(Duration time) {
        scene.passes(time);
        scene.bean(NoticeSweep.class).sweep();
    }

    /** A wish of a kind that no version of the application has known. */
    void unreadable(OrganisationId organisation, AccountId account) {
        scene.bean(OrganisationScope.class).run(organisation, () -> assertThat(scene.jdbc()
                        .sql("INSERT INTO notice_unwanted (organisation_id, account_id, kind) VALUES (?, ?, 'odd')")
                        .param(organisation.value())
                        .param(account.value())
                        .update())
                .isOne());
    }

    AccountId joins(Role role) {
        return accounts.register(
                DEMO, role, role + "@" + UUID.randomUUID() + ".example", "Somebody", "a long password");
    }

    static Actor actor(AccountId account, Role role) {
        return Actor.person(account, DEMO, role);
    }

    int mailTo(AccountId account) {
        var address = accounts.member(DEMO, account).orElseThrow().email();
        return page("/simulator/mail").split(address, -1).length - 1;
    }

    String page(String path) {
        return scene.call("GET", path, "").body();
    }
}
