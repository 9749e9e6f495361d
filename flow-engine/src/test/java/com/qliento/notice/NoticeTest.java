package com.qliento.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what is wrong, on the whole application, whose mail is caught. */
class NoticeTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    /** What is wrong in it is wrong for all of its organisation, and its clock goes days ahead. */
    private static final Scene SCENE = Scene.start(Scene.Setup.usual());

    private final Scene scene = SCENE;
    private final Rest rest = new Rest(scene);
    private final Accounts accounts = scene.bean(Accounts.class);
    private final Notices notices = scene.bean(Notices.class);

    @BeforeEach
    void nothingIsWrongAndNobodyWasToldLately() {
        sweepAfter(Duration.ofDays(1));
    }

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @Test
    void of_trouble_that_lasts_those_are_told_once_who_can_mend_it_and_want_to_hear_of_it() {
        var agent = joins(Role.AGENT);
        var silent = joins(Role.AGENT);
        notices.wish(actor(silent, Role.AGENT), NoticeKind.MESSAGES_WAIT, false);
        joins(Role.VIEWER);
        accounts.speak(agent, Locale.forLanguageTag("es"));
        var message = aMessageWaits();

        sweepAfter(Duration.ZERO);
        assertThat(mailTo(agent)).isZero();
        sweepAfter(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(20)).until(() -> mailTo(agent) == 1);
        sweepAfter(Duration.ofMinutes(1));
        sweepAfter(Duration.ofDays(1));

        assertThat(mailTo(agent)).isOne();
        assertThat(mailTo(silent)).isZero();
        assertThat(page("/simulator/mail"))
                .contains("Un mensaje espera a una persona")
                .doesNotContainIgnoringCase("viewer@");
        assertThat(notices.of(actor(silent, Role.AGENT))).containsEntry(NoticeKind.MESSAGES_WAIT, false);

        settled(message);
        sweepAfter(Duration.ofMinutes(1));
        var another = aMessageWaits();
        sweepAfter(Duration.ofMinutes(1));
        sweepAfter(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(20)).until(() -> mailTo(agent) == 2);
        settled(another);
    }

    @Test
    void nobody_wishes_for_what_is_not_theirs_to_mend() {
        var agent = joins(Role.AGENT);

        assertThat(notices.of(actor(agent, Role.AGENT))).containsOnlyKeys(NoticeKind.MESSAGES_WAIT);
        assertThat(notices.of(actor(joins(Role.VIEWER), Role.VIEWER))).isEmpty();
        assertThatThrownBy(() -> notices.wish(actor(agent, Role.AGENT), NoticeKind.WEBHOOK_OFF, true))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_can_not_be_told_now_is_told_when_it_can() {
        var wrong = joins(Role.AGENT);
        var scope = scene.bean(OrganisationScope.class);
        unreadable(scope, wrong);
        var message = aMessageWaits();
        var sweep = scene.bean(NoticeSweep.class);

        sweep.sweep();
        scene.passes(Duration.ofMinutes(11));
        sweep.sweep();

        assertThat(mailTo(wrong)).isZero();
        scope.run(DEMO, () -> scene.jdbc().sql("DELETE FROM notice_unwanted").update());
        sweep.sweep();
        await().atMost(Duration.ofSeconds(20)).until(() -> mailTo(wrong) == 1);
        settled(message);
    }

    /** A wish of a kind that no version of the application has known. */
    private void unreadable(OrganisationScope scope, AccountId account) {
        scope.run(DEMO, () -> assertThat(scene.jdbc()
                        .sql("INSERT INTO notice_unwanted (organisation_id, account_id, kind) VALUES (?, ?, 'odd')")
                        .param(DEMO.value())
                        .param(account.value())
                        .update())
                .isOne());
    }

    @Test
    void each_notice_has_words_in_each_language() {
        for (var language : new String[] {"en", "es", "pt"}) {
            assertThat(Arrays.stream(NoticeKind.values())
                            .map(kind -> NoticeWords.of(
                                    kind, new Trouble(2, "shop.example"), "Shop", Locale.forLanguageTag(language))))
                    .allSatisfy(words -> {
                        assertThat(words.title()).isNotBlank().doesNotContain("{", "''");
                        assertThat(words.paragraphs()).hasSize(2).allSatisfy(text -> assertThat(text)
                                .doesNotContain("{", "''"));
                        assertThat(words.closing()).contains("Shop");
                    });
        }
    }

    /** From a number that nobody can have: an answer would reach nobody. Gives the message's id. */
    private String aMessageWaits() {
        var nowhere = Scene.newCustomer() + "0".repeat(30);
        scene.says(nowhere, "hello");
        await().atMost(Duration.ofSeconds(20)).until(() -> rest.messagesOf(nowhere).stream()
                .anyMatch(message -> message.path("state").asText().equals("parked")));
        return rest.messagesOf(nowhere).get(0).path("id").asText();
    }

    private void settled(String message) {
        assertThat(scene.call("POST", "/api/v1/messages/" + message + "/drop", "")
                        .statusCode())
                .isEqualTo(204);
    }

    private void sweepAfter(Duration time) {
        scene.passes(time);
        scene.bean(NoticeSweep.class).sweep();
    }

    private AccountId joins(Role role) {
        return accounts.register(
                DEMO, role, role + "@" + UUID.randomUUID() + ".example", "Somebody", "a long password");
    }

    private static Actor actor(AccountId account, Role role) {
        return Actor.person(account, DEMO, role);
    }

    private int mailTo(AccountId account) {
        var address = accounts.member(DEMO, account).orElseThrow().email();
        return page("/simulator/mail").split(address, -1).length - 1;
    }

    private String page(String path) {
        return scene.call("GET", path, "").body();
    }
}
