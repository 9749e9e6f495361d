package com.qliento.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.mail.MailServer.Security;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail on its way to a real server on this machine. */
class DeliveryTest {

    private static final MailAddress SHOP =
            MailAddress.parse("shop@example.com").orElseThrow();
    private static final MailAddress ANN = MailAddress.parse("ann@example.org").orElseThrow();
    /** As the application has them, but within this machine. */
    private static final MailRoutes ROUTES = new MailRoutes(anywhere -> true, Clock.systemUTC());

    private static final UUID ID = UUID.fromString("0190c8a0-0000-7000-8000-000000000000");

    @Test
    void a_mail_arrives_with_its_texts_its_sender_and_an_id_of_its_own() throws Exception {
        try (var server = TestServer.startTls()) {
            var mail = mail(SHOP.named("Café Ñandú"), "Tu pedido está en camino 🚚", "Hola\n.\nfin", "<p>Hola</p>");

            assertThat(send(server, Security.STARTTLS, mail)).isEqualTo(MailOutcome.SENT);

            assertThat(server.said()).containsSubsequence("login shop", "from shop@example.com", "to ann@example.org");
            MimeMessage taken = server.taken().get(0);
            assertThat(taken.getSubject()).isEqualTo("Tu pedido está en camino 🚚");
            assertThat(taken.getFrom()[0]).hasToString("=?UTF-8?Q?Caf=C3=A9_=C3=91and=C3=BA?= <shop@example.com>");
            assertThat(taken.getMessageID()).isEqualTo("<" + ID + "@example.com>");
            assertThat(taken.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            var both = (MimeMultipart) taken.getContent();
            assertThat(both.getContentType()).startsWith("multipart/alternative");
            assertThat(lines(both.getBodyPart(0).getContent())).containsExactly("Hola", ".", "fin");
            assertThat(lines(both.getBodyPart(1).getContent())).containsExactly("<p>Hola</p>");
        }
    }

    @Test
    void word_of_a_mail_that_does_not_arrive_goes_where_it_is_wanted_and_whoever_reads_it_sees_the_sender()
            throws Exception {
        try (var server = TestServer.startTls()) {
            var bounces = MailAddress.parse("bounces@example.net").orElseThrow();
            var mail = new MailMessage(ID, SHOP, bounces, ANN, "Hello", "Hello", null, Instant.EPOCH);

            assertThat(send(server, Security.STARTTLS, mail)).isEqualTo(MailOutcome.SENT);

            assertThat(server.said()).contains("from bounces@example.net", "to ann@example.org");
            assertThat(server.taken().get(0).getFrom()[0]).hasToString("shop@example.com");
        }
    }

    @Test
    void a_server_that_is_safe_from_the_first_byte_takes_it_too() throws Exception {
        try (var server = TestServer.tlsFromTheFirstByte()) {
            assertThat(send(server, Security.TLS, mail("Hello"))).isEqualTo(MailOutcome.SENT);
            assertThat(lines(server.taken().get(0).getContent())).containsExactly("Hello");
        }
    }

    @Test
    void a_server_that_can_not_be_made_safe_is_told_nothing() {
        try (var server = TestServer.withoutTls()) {
            assertThat(send(server, Security.STARTTLS, mail("Hello"))).isEqualTo(MailOutcome.NOT_SAFE);
            assertThat(send(server, Security.TLS, mail("Hello"))).isEqualTo(MailOutcome.NOT_SAFE);

            assertThat(server.said()).isEmpty();
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void a_server_that_can_not_show_who_it_is_is_told_nothing() {
        for (var security : Security.values()) {
            try (var server = security == Security.TLS ? TestServer.tlsFromTheFirstByte() : TestServer.startTls()) {
                var delivery = ROUTES.begin("shop", at(server.port(), security), mail("Hello"));

                assertThat(delivery.run().outcome()).isEqualTo(MailOutcome.NOT_SAFE);

                assertThat(server.said()).isEmpty();
            }
        }
    }

    @Test
    void a_wrong_password_is_told_from_a_refused_mail() {
        try (var server = TestServer.startTls()) {
            var wrong = new MailServer("localhost", server.port(), Security.STARTTLS, TestServer.USER, "another");

            assertThat(to(wrong, mail("Hello")).run()).isEqualTo(new MailResult(MailOutcome.REFUSED_ACCOUNT, 535));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550, 0, REFUSED_RECIPIENT",
        "553, 0, REFUSED_RECIPIENT",
        "450, 0, BUSY",
        "0, 554, REFUSED_MAIL",
        "0, 451, BUSY"
    })
    void what_the_server_answers_is_told_by_its_code(int toRecipient, int toMail, MailOutcome outcome) {
        try (var server = TestServer.startTls().answersRecipients(toRecipient).answersMail(toMail)) {
            assertThat(to(at(server.port(), Security.STARTTLS), mail("Hello")).run())
                    .isEqualTo(new MailResult(outcome, toRecipient + toMail));
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void of_a_connection_that_breaks_while_the_server_has_the_mail_nobody_knows_whether_it_was_taken()
            throws Exception {
        try (var server = TestServer.startTls().holdsTheMail()) {
            var delivery = to(at(server.port(), Security.STARTTLS), mail("Hello"));
            var outcome = CompletableFuture.supplyAsync(delivery::run);
            server.awaitsMail();

            delivery.giveUp();

            assertThat(outcome.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(MailOutcome.UNSURE);
        }
    }

    @ParameterizedTest
    @CsvSource({"from, UNREACHABLE", "to, UNREACHABLE", "data, UNSURE"})
    void a_server_that_goes_away_took_nothing_unless_it_had_the_mail(String command, MailOutcome outcome) {
        try (var server = TestServer.startTls().endsAt(command)) {
            assertThat(to(at(server.port(), Security.STARTTLS), mail("Hello")).run())
                    .isEqualTo(new MailResult(outcome, 0));
            assertThat(server.taken()).hasSize(outcome == MailOutcome.UNSURE ? 1 : 0);
        }
    }

    @Test
    void a_server_that_hangs_up_before_it_is_asked_anything_took_nothing() throws IOException {
        try (var server = new BreakingServer()) {
            var plain = new MailServer("localhost", server.port(), Security.STARTTLS, null, null);

            assertThat(ROUTES.begin("shop", plain, mail("Hello")).run().outcome())
                    .isEqualTo(MailOutcome.UNREACHABLE);
        }
    }

    @Test
    void a_server_that_is_away_or_has_no_such_name_is_not_reached() throws IOException {
        int nobodyThere;
        try (var taken = new ServerSocket(0)) {
            nobodyThere = taken.getLocalPort();
        }

        assertThat(ROUTES.begin("shop", at(nobodyThere, Security.STARTTLS), mail("Hello"))
                        .run()
                        .outcome())
                .isEqualTo(MailOutcome.UNREACHABLE);
        assertThat(ROUTES.begin("shop", new MailServer("mail.invalid", 587, Security.TLS, null, null), mail("Hello"))
                        .run()
                        .outcome())
                .isEqualTo(MailOutcome.UNREACHABLE);
    }

    @Test
    void an_address_that_nobody_may_be_sent_to_is_not_connected_to() {
        for (var security : Security.values()) {
            try (var server = security == Security.TLS ? TestServer.tlsFromTheFirstByte() : TestServer.startTls()) {
                var elsewhere = new MailRoutes(address -> !address.isLoopbackAddress(), Clock.systemUTC(), "localhost");
                var delivery = elsewhere.begin("shop", at(server.port(), security), mail("Hello"));

                assertThat(delivery.run().outcome()).isEqualTo(MailOutcome.NOT_ALLOWED);

                assertThat(server.said()).isEmpty();
            }
        }
    }

    @Test
    void nothing_that_somebody_wrote_becomes_a_line_of_the_head_or_ends_the_mail() throws Exception {
        try (var server = TestServer.startTls()) {
            var evil = "Hi\r\nBcc: eve@example.net\r\n\r\nAnd more\u2028Bcc: eve@example.net\0";
            var mail = mail(
                    SHOP.named("Shop\r\nBcc: eve@example.net"),
                    evil,
                    "Hi\r\n.\r\nMAIL FROM:<eve@example.net>\r\nRCPT TO:<eve@example.net>\r\n.\r\n",
                    null);

            assertThat(send(server, Security.STARTTLS, mail)).isEqualTo(MailOutcome.SENT);

            assertThat(server.said()).filteredOn(said -> said.startsWith("to ")).containsExactly("to ann@example.org");
            assertThat(server.taken()).hasSize(1);
            MimeMessage taken = server.taken().get(0);
            assertThat(taken.getHeader("Bcc")).isNull();
            assertThat(taken.getSubject()).isEqualTo("Hi Bcc: eve@example.net And more Bcc: eve@example.net");
            assertThat(taken.getAllRecipients()).hasSize(1);
            assertThat(lines(taken.getContent())).contains("RCPT TO:<eve@example.net>");
        }
    }

    @Test
    void neither_a_server_nor_a_mail_shows_what_is_in_it() {
        var mail = mail(SHOP, "Subject", "Body", null);

        assertThat(at(25, Security.TLS) + " " + mail + " " + ANN + " "
                        + ROUTES.begin("shop", at(25, Security.TLS), mail))
                .doesNotContain(TestServer.PASSWORD, TestServer.USER, "ann", "Subject", "Body");
    }

    private static MailOutcome send(TestServer server, Security security, MailMessage mail) {
        return to(at(server.port(), security), mail).run().outcome();
    }

    private static Delivery to(MailServer server, MailMessage mail) {
        return TestServer.routes(Clock.systemUTC()).begin("shop", server, mail);
    }

    private static MailServer at(int port, Security security) {
        return new MailServer("localhost", port, security, TestServer.USER, TestServer.PASSWORD);
    }

    private static MailMessage mail(String text) {
        return mail(SHOP, "Hello", text, null);
    }

    private static MailMessage mail(MailAddress from, String subject, String text, @Nullable String html) {
        return new MailMessage(ID, from, null, ANN, subject, text, html, Instant.parse("2026-11-30T12:00:00Z"));
    }

    private static List<String> lines(Object text) {
        return text.toString().lines().toList();
    }

    /** Takes a connection and ends it at once. */
    private static final class BreakingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);

        BreakingServer() throws IOException {
            var thread = new Thread(() -> {
                try {
                    socket.accept().close();
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
