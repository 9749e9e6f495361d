package com.qliento.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qliento.account.Role;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who is told what is wrong, once, and who not. */
class NoticeTest extends NoticeScene {

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
        await().atMost(LONG).until(() -> mailTo(agent) == 1);
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
        await().atMost(LONG).until(() -> mailTo(agent) == 2);
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
        unreadable(DEMO, wrong);
        var message = aMessageWaits();
        var sweep = scene.bean(NoticeSweep.class);

        sweep.sweep();
        scene.passes(Duration.ofMinutes(11));
        sweep.sweep();

        assertThat(mailTo(wrong)).isZero();
        scope.run(DEMO, () -> scene.jdbc().sql("DELETE FROM notice_unwanted").update());
        sweep.sweep();
        await().atMost(LONG).until(() -> mailTo(wrong) == 1);
        settled(message);
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
}
