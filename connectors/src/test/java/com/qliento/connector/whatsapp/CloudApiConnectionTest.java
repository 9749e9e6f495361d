package com.qliento.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.whatsapp.GraphAnswer.Missing;
import com.qliento.connector.whatsapp.SendOutcome.Accepted;
import com.qliento.connector.whatsapp.SendOutcome.Unknown;
import com.qliento.connector.whatsapp.SendOutcome.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CloudApiConnectionTest {
    private static final AccessToken TOKEN = new AccessToken("EAAsecret");
    private static final Duration PATIENT = Duration.ofSeconds(15);
    private static final Duration IMPATIENT = Duration.ofMillis(200);
    private static final byte[] HELLO =
            new OutboundMessage(Address.phone("15550001111"), new OutboundContent.Text("hello")).toJson();

    private final ExecutorService threads = HttpThreads.daemons("test-http", 2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_refused_connection_is_unreachable() throws IOException {
        URI nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }

        assertThat(send(nobody, PATIENT)).isInstanceOf(Unreachable.class);
    }

    @Test
    void an_unknown_host_is_unreachable() {
        assertThat(send(URI.create("http://graph.invalid"), PATIENT)).isInstanceOf(Unreachable.class);
    }

    @Test
    void a_failed_tls_handshake_is_never_taken_for_sent() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.write("HTTP/1.1 400 this is no TLS\r\n\r\n");
            connection.waitForClose();
        })) {
            var tls = URI.create("https://127.0.0.1:" + server.uri().getPort());

            // The client may hand the body to a connection whose handshake then fails; which it was, it does not tell.
            assertThat(send(tls, PATIENT)).isInstanceOfAny(Unreachable.class, Unknown.class);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_stopped_executor_makes_it_unreachable() throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.Connection::request)) {
            CloudApi api = api(server.uri(), IMPATIENT);
            threads.shutdownNow();

            assertThat(api.send("1", TOKEN, HELLO).join()).isInstanceOf(Unreachable.class);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_call_in_flight_when_the_executor_stops_ends_with_its_time_limit() throws Exception {
        var arrived = new CompletableFuture<Void>();
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            arrived.complete(null);
            connection.waitForClose();
        })) {
            CompletableFuture<SendOutcome> sending =
                    api(server.uri(), IMPATIENT).send("1", TOKEN, HELLO);
            arrived.get(10, TimeUnit.SECONDS);
            threads.shutdownNow();

            assertThat(sending.get(10, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void a_reset_after_the_request_leaves_it_open() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.reset();
        })) {
            assertThat(send(server.uri(), PATIENT))
                    .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.trouble())
                            .isEqualTo(CallTrouble.CONNECTION_LOST));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void a_connection_closed_in_the_middle_of_the_answer_leaves_it_open() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"messages\":[{\"id\":\"wam");
            connection.close();
        })) {
            assertThat(send(server.uri(), PATIENT))
                    .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.trouble())
                            .isEqualTo(CallTrouble.CONNECTION_LOST));
        }
    }

    @Test
    void silence_after_the_request_leaves_it_open_and_closes_the_connection() throws Exception {
        var closed = new CompletableFuture<Void>();
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.waitForClose();
            closed.complete(null);
        })) {
            assertThat(send(server.uri(), IMPATIENT))
                    .isEqualTo(new Unknown(CallTrouble.ANSWER_TIMEOUT, 0, "no answer in time"));
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_answer_that_stops_half_way_ends_with_the_time_limit() throws Exception {
        var closed = new CompletableFuture<Void>();
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"messages\":[");
            connection.waitForClose();
            closed.complete(null);
        })) {
            assertThat(send(server.uri(), IMPATIENT))
                    .isEqualTo(new Unknown(CallTrouble.ANSWER_TIMEOUT, 0, "no answer in time"));
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void something_that_does_not_speak_http_leaves_it_open() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("220 mail.example.org ESMTP\r\n\r\n");
            connection.close();
        })) {
            assertThat(send(server.uri(), PATIENT)).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void a_connection_serves_many_messages() throws IOException {
        var connections = new AtomicInteger();
        try (var server = new ScriptedServer(connection -> {
            connections.incrementAndGet();
            while (true) {
                connection.request();
                connection.accepted();
            }
        })) {
            CloudApi api = api(server.uri(), PATIENT);

            for (int i = 0; i < 20; i++) {
                assertThat(api.send("1", TOKEN, HELLO).join()).isInstanceOf(Accepted.class);
            }

            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void a_kept_connection_that_dies_under_a_message_never_makes_it_leave_twice() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.accepted();
            connection.request();
            connection.reset();
        })) {
            CloudApi api = api(server.uri(), PATIENT);
            api.send("1", TOKEN, HELLO).join();

            assertThat(api.send("1", TOKEN, HELLO).join()).isInstanceOf(Unknown.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void a_kept_connection_the_server_closed_meanwhile_is_not_used_again() throws Exception {
        var closed = new CompletableFuture<Void>();
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.accepted();
            connection.close();
            closed.complete(null);
        })) {
            CloudApi api = api(server.uri(), PATIENT);
            api.send("1", TOKEN, HELLO).join();
            closed.get(10, TimeUnit.SECONDS);

            // The close and the next message race; either way the message leaves once at most.
            SendOutcome second = api.send("1", TOKEN, HELLO).join();

            assertThat(second).isInstanceOfAny(Accepted.class, Unknown.class);
            assertThat(server.requests).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void silence_on_a_question_is_missing_too() throws IOException {
        try (var server = new ScriptedServer(connection -> {
            connection.request();
            connection.waitForClose();
        })) {
            assertThat(api(server.uri(), IMPATIENT).mediaUrl("26", TOKEN).join())
                    .isEqualTo(new Missing<MediaInfo>(CallTrouble.ANSWER_TIMEOUT, 0, "no answer in time"));
        }
    }

    @Test
    void a_refused_question_is_not_connected() throws IOException {
        assertThat(api(URI.create("http://graph.invalid"), PATIENT)
                        .mediaUrl("26", TOKEN)
                        .join())
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.trouble()).isEqualTo(CallTrouble.NOT_CONNECTED));
    }

    private CloudApi api(URI base, Duration limit) {
        var settings = new CloudApiSettings(base, "v23.0", Duration.ofSeconds(5), limit);
        return new CloudApi(settings, threads, Clock.systemUTC());
    }

    private SendOutcome send(URI base, Duration limit) {
        return api(base, limit).send("1", TOKEN, HELLO).join();
    }
}
