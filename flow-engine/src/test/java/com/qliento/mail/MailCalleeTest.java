package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.call.CallOutcome;
import com.qliento.connector.mail.MailOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a flow is told of what a server did with its mail. */
class MailCalleeTest {

    @ParameterizedTest
    @CsvSource({
        "REFUSED_RECIPIENT, refused, false",
        "REFUSED_MAIL, mail-refused, false",
        "REFUSED_ACCOUNT, account-refused, true",
        "NOT_SAFE, not-safe, true",
        "UNSURE, unsure, false"
    })
    void a_mail_that_is_not_taken_has_failed_by_a_fixed_word(MailOutcome outcome, String code, boolean trouble) {
        assertThat(MailCallee.outcome(Optional.of(outcome))).isEqualTo(new CallOutcome.Failed(code, trouble));
    }

    @ParameterizedTest
    @EnumSource(
            value = MailOutcome.class,
            names = {"BUSY", "UNREACHABLE"})
    void a_server_that_took_nothing_of_it_is_asked_again(MailOutcome outcome) {
        assertThat(MailCallee.outcome(Optional.of(outcome))).isInstanceOf(CallOutcome.Again.class);
    }

    @Test
    void an_organisation_without_a_sender_sends_nothing_and_none_within_our_network() {
        assertThat(MailCallee.outcome(Optional.empty())).isEqualTo(new CallOutcome.NotAllowed("no-sender"));
        assertThat(MailCallee.outcome(Optional.of(MailOutcome.NOT_ALLOWED)))
                .isEqualTo(new CallOutcome.NotAllowed("server-address"));
    }

    @Test
    void a_mail_that_was_taken_is_an_answer() {
        assertThat(MailCallee.outcome(Optional.of(MailOutcome.SENT))).isInstanceOf(CallOutcome.Answered.class);
    }
}
