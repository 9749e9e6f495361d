package com.qliento.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load program against a fake application that is sound, or wrong in one known way. */
class LoadTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @Test
    void a_sound_application_loses_repeats_and_misorders_nothing() throws Exception {
        Report report = against(Fault.NONE, "--customers", "4", "--rounds", "25");

        assertThat(report.passed()).isTrue();
        assertThat(report.json())
                .contains("\"accepted\":100,\"replies\":100,\"lost\":0,\"duplicated\":0,")
                .contains("\"answers\":{\"200\":100}");
    }

    @Test
    void a_lost_reply_is_counted() throws Exception {
        Report report = against(Fault.LOSES, "--customers", "2", "--rounds", "5", "--reply-timeout", "1");

        assertThat(report.passed()).isFalse();
        assertThat(report.json()).contains("\"lost\":1,\"duplicated\":0,");
    }

    @Test
    void a_reply_sent_twice_is_counted() throws Exception {
        Report report = against(Fault.REPEATS, "--customers", "2", "--rounds", "5", "--settle", "1");

        assertThat(report.passed()).isFalse();
        assertThat(report.json()).contains("\"lost\":0,\"duplicated\":1,\"duplicatedInFlight\":0,");
    }

    @Test
    void a_reply_that_overtakes_another_is_counted() throws Exception {
        Report report = against(Fault.MISORDERS, "--order", "--burst", "10");

        assertThat(report.passed()).isFalse();
        assertThat(report.json())
                .contains("\"lost\":0,\"duplicated\":0,")
                .contains("\"numbered\":10,\"misordered\":1,");
    }

    @Test
    void a_thousand_messages_in_one_webhook_are_followed_in_order() throws Exception {
        Report report = against(Fault.NONE, "--order");

        assertThat(report.passed()).isTrue();
        assertThat(report.json()).contains("\"accepted\":1001,").contains("\"numbered\":1000,\"misordered\":0,");
    }

    @Test
    void a_webhook_that_comes_five_times_is_one_message() throws Exception {
        Report report = against(Fault.NONE, "--customers", "2", "--rounds", "5", "--same-webhook-five-times");

        assertThat(report.passed()).isTrue();
        assertThat(report.json()).contains("\"accepted\":10,").contains("\"answers\":{\"200\":50}");
    }

    @Test
    void a_wrong_secret_is_refused_and_fails_the_run() throws Exception {
        Report report = against(Fault.NONE, "--customers", "1", "--rounds", "2", "--app-secret", "other");

        assertThat(report.passed()).isFalse();
        assertThat(report.json()).contains("\"accepted\":0,").contains("\"answers\":{\"401\":2}");
    }

    @Test
    void statuses_are_posted_back_for_every_reply() throws Exception {
        Report report = against(Fault.NONE, "--customers", "2", "--rounds", "5", "--statuses");

        assertThat(report.json()).contains("\"statuses\":{\"taken\":30,\"refused\":0}");
    }

    @Test
    void every_message_of_its_own_customer_finds_its_reply() throws Exception {
        Report report = against(Fault.NONE, "--customers", "2", "--rounds", "5", "--new-customer-each-time");

        assertThat(report.passed()).isTrue();
        assertThat(report.json()).contains("\"accepted\":10,\"replies\":10,");
    }

    private Report against(Fault fault, String... wanted) throws IOException, InterruptedException {
        int sinkPort = freePort();
        try (var application = new FakeApplication(0, "http://127.0.0.1:" + sinkPort, fault, data, "")) {
            String[] fixed = {
                "--url",
                "http://127.0.0.1:" + application.port() + "/webhooks/whatsapp",
                "--sink-port",
                Integer.toString(sinkPort),
                "--warmup",
                "0",
                "--settle",
                "1"
            };
            Options options =
                    Options.parse(Stream.of(fixed, wanted).flatMap(Stream::of).toArray(String[]::new));
            return new Load(options, Clock.systemUTC()).run(NOWHERE);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
