package com.qliento.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.mail.MailServer.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are kept for the next mail, to a real server on this machine. */
class MailRoutesTest {

    private static final MailAddress SHOP =
            MailAddress.parse("shop@example.com").orElseThrow();
    private static final MailAddress ANN = MailAddress.parse("ann@example.org").orElseThrow();

    /** A clock that goes only when it is told to. */
    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Time time = new Time();
    private final TestServer server = TestServer.startTls();
    private final MailRoutes routes = TestServer.routes(time);

    @AfterEach
    void close() {
        routes.close();
        server.close();
    }

    @Test
    void the_next_mail_goes_over_the_connection_that_is_there() {
        assertThat(send("shop")).isEqualTo(MailOutcome.SENT);
        assertThat(send("shop")).isEqualTo(MailOutcome.SENT);

        assertThat(server.logins()).isOne();
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void no_other_sender_gets_it_nor_the_same_one_as_another_user_or_under_another_name() {
        send("shop");
        send("bakery");
        routes.begin("shop", at("another"), mail(SHOP)).run();
        routes.begin(
                        "shop",
                        at(TestServer.PASSWORD),
                        mail(MailAddress.parse("a@example.net").orElseThrow()))
                .run();

        assertThat(server.logins()).isEqualTo(4);
        assertThat(server.taken()).hasSize(3);
    }

    @Test
    void what_nobody_needs_for_a_while_is_closed() throws InterruptedException {
        send("shop");
        time.now = time.now.plus(Duration.ofSeconds(29));
        routes.closeQuiet();
        send("shop");
        assertThat(server.logins()).isOne();

        time.now = time.now.plus(Duration.ofSeconds(30));
        routes.closeQuiet();

        server.awaitsEnds(1);
        assertThat(server.connections()).isZero();
    }

    @Test
    void what_a_sender_had_is_closed_when_its_settings_change() throws InterruptedException {
        send("shop");
        send("bakery");

        routes.forget("shop");

        server.awaitsEnds(1);
        send("bakery");
        assertThat(server.logins()).isEqualTo(2);
        send("shop");
        assertThat(server.logins()).isEqualTo(3);
    }

    @Test
    void a_connection_that_ended_meanwhile_loses_no_mail_and_doubles_none() throws InterruptedException {
        send("shop");
        server.hangUp();
        server.awaitsEnds(1);

        assertThat(send("shop")).isEqualTo(MailOutcome.SENT);

        assertThat(server.taken()).hasSize(2);
        assertThat(server.logins()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void one_that_ends_before_the_server_has_anything_of_the_mail_is_replaced(String command) {
        send("shop");
        server.endsAt(command);

        assertThat(send("shop")).isEqualTo(MailOutcome.SENT);

        assertThat(server.taken()).hasSize(2);
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void one_that_ends_with_the_mail_may_have_brought_it_so_nothing_is_sent_again() {
        send("shop");
        server.endsAt("data");

        assertThat(send("shop")).isEqualTo(MailOutcome.UNSURE);

        assertThat(server.logins()).isOne();
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void a_refused_recipient_costs_no_connection_and_a_server_that_wants_to_end_it_is_asked_on_another() {
        server.answersRecipients(550);
        assertThat(send("shop")).isEqualTo(MailOutcome.REFUSED_RECIPIENT);
        server.answersRecipients(0);
        assertThat(send("shop")).isEqualTo(MailOutcome.SENT);
        assertThat(server.logins()).isOne();

        server.answersRecipients(421);
        assertThat(send("shop")).isEqualTo(MailOutcome.BUSY);
        assertThat(server.logins()).isEqualTo(2);
    }

    @Test
    void many_mails_change_the_connection_now_and_then() {
        for (int n = 0; n < 51; n++) {
            send("shop");
        }

        assertThat(server.logins()).isEqualTo(2);
        assertThat(server.taken()).hasSize(51);
    }

    @Test
    void so_many_are_kept_and_the_oldest_goes_for_a_new_one() throws InterruptedException {
        for (int n = 0; n < 33; n++) {
            send("shop " + n);
        }

        server.awaitsEnds(1);
        assertThat(server.connections()).isEqualTo(32);
        send("shop 32");
        assertThat(server.logins()).isEqualTo(33);
        send("shop 0");
        assertThat(server.logins()).isEqualTo(34);
    }

    private MailOutcome send(String sender) {
        return routes.begin(sender, at(TestServer.PASSWORD), mail(SHOP)).run().outcome();
    }

    private MailServer at(String password) {
        return new MailServer("localhost", server.port(), Security.STARTTLS, TestServer.USER, password);
    }

    private static MailMessage mail(MailAddress from) {
        return new MailMessage(UUID.randomUUID(), from, null, ANN, "Hello", "Hello", null, Instant.EPOCH);
    }
}
