package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Signature;
import com.qliento.scene.Scene;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are there to hurt: they cost whoever sends them, and nobody else. */
@Timeout(60)
class HostileBodiesTest {

    private static final String WEBHOOK = "/webhooks/whatsapp";
    private static final String A_SIGNATURE = "X-Hub-Signature-256: sha256=" + "0".repeat(64);
    private static final String KEY = "Authorization: Bearer demo-api-key";

    private final Scene scene = Scene.shared();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }

    @Test
    void a_delivery_without_a_signature_is_refused_before_its_body_is_read() throws IOException {
        for (var header :
                List.of("", "X-Hub-Signature-256: sha256=short", "X-Hub-Signature-256: sha1=" + "0".repeat(64))) {
            var began = begin(WEBHOOK, header, 3_000_000);

            assertThat(statusOf(began)).isEqualTo(401);
        }
    }

    @Test
    void two_hundred_deliveries_that_dribble_stop_nobody() throws IOException {
        for (int i = 0; i < 200; i++) {
            begin(WEBHOOK, A_SIGNATURE, 100_000);
        }

        assertThat(scene.post(scene.textMessage(Scene.newCustomer(), "hello"))).isEqualTo(200);
        assertThat(scene.call("GET", "/api/v1/flows", "").statusCode()).isEqualTo(200);
    }

    @Test
    void bodies_that_dribble_at_other_doors_stop_neither_deliveries_nor_readers() throws IOException {
        for (int i = 0; i < 150; i++) {
            begin("/api/v1/channels", KEY + "\r\nContent-Type: application/json", 100_000);
            begin("/simulator/nothing?x=1", "Content-Type: application/x-www-form-urlencoded", 100_000);
        }

        assertThat(scene.post(scene.textMessage(Scene.newCustomer(), "hello"))).isEqualTo(200);
        assertThat(scene.call("GET", "/api/v1/flows", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Other: x", "Idempotency-Key: too-many"})
    void one_body_too_many_that_is_waited_for_is_told_to_come_again(String header) throws IOException {
        var waiting = new ArrayList<Socket>();
        for (int i = 0; i < 60; i++) {
            waiting.add(
                    begin("/api/v1/channels", KEY + "\r\nContent-Type: application/json\r\n" + header + i, 100_000));
        }

        var refused = "";
        for (int i = 30; i < 60 && !refused.startsWith("HTTP/1.1 503"); i++) {
            refused = answerOf(waiting.get(i));
        }

        assertThat(refused)
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 5", "Connection: close", "urn:qliento:problem:too-many-bodies");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_bounded_as_it_is_read() {
        var delivery = scene.send(HttpRequest.newBuilder(URI.create(scene.url() + WEBHOOK))
                .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .POST(chunked(4 << 20))
                .build());
        var call = scene.send(scene.request("POST", "/api/v1/channels", "", "application/json")
                .POST(chunked(13 << 20))
                .build());

        assertThat(delivery.statusCode()).isEqualTo(413);
        assertThat(call.statusCode()).isEqualTo(413);
        assertThat(call.body()).contains("urn:qliento:problem:body-too-large", "12 MB");
    }

    @Test
    void a_body_that_says_it_is_too_long_is_not_read() throws IOException {
        var began = begin("/api/v1/channels", KEY + "\r\nContent-Type: application/json", 13 << 20);

        assertThat(answerOf(began)).startsWith("HTTP/1.1 413").contains("urn:qliento:problem:body-too-large");
    }

    @Test
    void nothing_is_built_of_a_body_that_nobody_has_signed() throws Exception {
        var door = scene.bean(SignedUpdates.class);
        var body = RawBody.of(
                ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{\"metadata\":"
                                + "{\"phone_number_id\":\"106540352242922\"},\"x\":[" + "{\"a\":1},".repeat(370_000)
                                + "{}]},\"field\":\"messages\"}]}]}")
                        .getBytes(StandardCharsets.UTF_8));
        var signature = "sha256=" + "0".repeat(64);
        door.proof(body, signature);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(door.proof(body, signature)).isNull();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * body.length());
    }

    @Test
    void a_signed_delivery_in_pieces_is_taken_as_one() throws Exception {
        var body = scene.textMessage(Scene.newCustomer(), UUID.randomUUID().toString(), "hello")
                .getBytes(StandardCharsets.UTF_8);
        var signature = Signature.sign(body, Signature.secretBytes("demo-app-secret"));
        var socket = connect();
        var out = socket.getOutputStream();

        out.write(head(WEBHOOK, "X-Hub-Signature-256: " + signature, body.length));
        for (byte one : body) {
            out.write(one);
            out.flush();
        }

        assertThat(statusOf(socket)).isEqualTo(200);
        assertThatNoException().isThrownBy(socket::close);
    }

    private Socket begin(String path, String header, int length) throws IOException {
        var socket = connect();
        socket.getOutputStream().write(head(path, header, length));
        socket.getOutputStream().write("{\"x\":\"".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] head(String path, String header, int length) {
        var more = header.isEmpty() ? "" : header + "\r\n";
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        var address = URI.create(scene.url());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        open.add(socket);
        return socket;
    }

    private static int statusOf(Socket socket) throws IOException {
        return Integer.parseInt(answerOf(socket).substring(9, 12));
    }

    /** As much of the answer as came at once. */
    private static String answerOf(Socket socket) throws IOException {
        var bytes = new byte[4096];
        int count = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, count), StandardCharsets.UTF_8);
    }

    private static HttpRequest.BodyPublisher chunked(int bytes) {
        var text = "{\"phoneNumberId\":\"" + "x".repeat(bytes);
        return HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
