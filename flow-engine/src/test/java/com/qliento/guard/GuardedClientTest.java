package com.qliento.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to servers that behave, and to some that do not. */
class GuardedClientTest {

    private static final int SLOW = 50;
    private static final byte[] BODY = "{\"order\":7}".getBytes(StandardCharsets.UTF_8);

    private final TwoServers servers = new TwoServers(() -> "/simulator/echo");

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void a_request_arrives_as_it_was_written_and_its_answer_comes_back() {
        servers.shop.answers("201 Made", "application/json; charset=utf-8", "{\"ok\":true}");

        var reply = servers.sends(
                "POST",
                servers.at("/orders?for=Ana María&x=1"),
                BODY,
                List.of(new Field("Content-Type", "application/json", false), new Field("X-From", "señor", false)),
                any -> true);

        assertAnswer(reply, 201, "{\"ok\":true}");
        assertThat(servers.shop.requests()).singleElement().satisfies(request -> assertThat(request)
                .startsWith("POST /orders?for=Ana%20Mar%C3%ADa&x=1 HTTP/1.1\r\n")
                .contains(
                        "Host: shop.example:" + servers.shop.port() + "\r\n", "X-From: señor\r\n", "Content-Length: 11")
                .containsOnlyOnce("Content-Type: application/json")
                .endsWith("{\"order\":7}")
                .doesNotContain("Cookie", "Upgrade"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,301,GET",
        "POST,302,GET",
        "POST,303,GET",
        "PUT,301,PUT",
        "PUT,303,GET",
        "DELETE,302,DELETE",
        "POST,307,POST",
        "PATCH,308,PATCH",
        "GET,302,GET"
    })
    void a_redirect_is_followed_as_the_standard_says(String method, int status, String then) {
        redirects(status, "/second?x=1");

        var reply = servers.sends(
                method,
                servers.at("/first"),
                method.equals("GET") ? null : BODY,
                List.of(new Field("Content-Type", "application/json", false), new Field("X-Kept", "yes", false)),
                any -> true);

        assertAnswer(reply, 200, "there");
        boolean body = !then.equals("GET");
        assertThat(servers.shop.requests()).hasSize(2);
        assertThat(servers.shop.requests().get(1))
                .startsWith(then + " /second?x=1 HTTP/1.1\r\n")
                .contains("X-Kept: yes")
                .satisfies(second -> assertThat(second.contains("order")).isEqualTo(body))
                .satisfies(
                        second -> assertThat(second.contains("Content-Type")).isEqualTo(body || method.equals("GET")));
    }

    @Test
    void credentials_stay_with_their_host() {
        redirects(307, "http://other.shop.example:" + servers.shop.port() + "/second");
        var fields = List.of(
                new Field("Authorization", "Bearer s3cret", true),
                new Field("X-Api-Key", "k3y", true),
                new Field("Cookie", "a=b", false),
                new Field("X-Kept", "yes", false));

        assertAnswer(servers.sends("GET", servers.at("/first"), null, fields, any -> true), 200, "there");

        assertThat(servers.shop.requests().get(0)).contains("s3cret", "k3y", "a=b");
        assertThat(servers.shop.requests().get(1))
                .doesNotContain("s3cret", "k3y", "a=b")
                .contains("X-Kept: yes");
    }

    @Test
    void credentials_go_on_with_the_request_at_their_host() {
        redirects(307, "second");

        servers.sends("GET", servers.at("/first"), null, List.of(new Field("X-Api-Key", "k3y", true)), any -> true);

        assertThat(servers.shop.requests().get(1)).startsWith("GET /second ").contains("k3y");
    }

    @Test
    void a_body_with_a_secret_is_not_taken_to_another_host() throws Exception {
        redirects(307, "http://other.shop.example:" + servers.shop.port() + "/second");

        var exchange = new Exchange(
                "POST",
                WebAddress.read(servers.at("/first")),
                List.of(),
                BODY,
                true,
                any -> true,
                true,
                Duration.ofSeconds(20));

        assertThat(servers.client.send(exchange).join())
                .isEqualTo(new HttpReply.Refused(AddressRefusal.UNSAFE_REDIRECT));
    }

    @Test
    void an_exchange_that_does_not_follow_gets_the_answer_that_sends_it_on() throws Exception {
        redirects(302, servers.at("/second"));

        var exchange = new Exchange(
                "POST",
                WebAddress.read(servers.at("/first")),
                List.of(),
                BODY,
                false,
                any -> true,
                false,
                Duration.ofSeconds(20));

        assertThat(servers.client.send(exchange).join())
                .isInstanceOfSatisfying(HttpReply.Answer.class, answer -> assertThat(answer.status())
                        .isEqualTo(302));
        assertThat(servers.shop.requests()).hasSize(1);
    }

    @Test
    void a_redirect_to_a_host_that_is_not_allowed_is_not_followed() {
        redirects(302, "http://other.shop.example:" + servers.shop.port() + "/second");

        var reply = servers.sends("GET", servers.at("/first"), null, List.of(), address -> address.host()
                .equals("shop.example"));

        assertThat(reply).isEqualTo(new HttpReply.Refused(AddressRefusal.HOST_NOT_ALLOWED));
        assertThat(servers.shop.requests()).hasSize(1);
    }

    @Test
    void three_redirects_are_followed_and_a_circle_is_left() {
        servers.shop.answers((request, out) -> {
            int at = Integer.parseInt(request.substring(5, 6));
            out.write(
                    at < 3
                            ? ("HTTP/1.1 302 On\r\nLocation: /" + (at + 1) + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8)
                            : OddServer.bytes("200 OK", "text/plain", "there"));
        });
        assertAnswer(servers.gets(servers.at("/0")), 200, "there");

        redirects(302, "/first");
        assertThat(servers.gets(servers.at("/first")))
                .isEqualTo(new HttpReply.Refused(AddressRefusal.TOO_MANY_REDIRECTS));
        assertThat(servers.shop.requests()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b/c, d, /a/b/d",
        "/a/b/c, ../d, /a/d",
        "/a/b/c, ./d, /a/b/d",
        "/a/b/c, ../../../d, /d",
        "/a?x=1, ?y=2, /a?y=2",
        "/a, /b/../c, /c",
        "/a/b, .., /",
        "/a/b/, ., /a/b/",
        "/a, //shop.example:PORT/b, /b"
    })
    void an_address_without_a_host_goes_on_from_where_it_was_said(String from, String location, String to) {
        servers.shop.answers((request, out) -> out.write(
                request.startsWith("GET " + to + " ") && servers.shop.requests().size() > 1
                        ? OddServer.bytes("200 OK", "text/plain", "there")
                        : ("HTTP/1.1 302 On\r\nLocation: " + location.replace("PORT", "" + servers.shop.port())
                                        + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8)));

        assertAnswer(servers.gets(servers.at(from)), 200, "there");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 304, 305, 399})
    void an_answer_that_names_nowhere_to_go_is_an_answer(int status) {
        servers.shop.answers((request, out) ->
                out.write(("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8)));

        assertAnswer(servers.gets(servers.at("/")), status, "");
    }

    @Test
    void what_is_larger_than_is_read_is_not_read_whether_it_says_so_or_not() throws Exception {
        servers.shop.answers("200 OK", "text/plain", "x".repeat(GuardedClient.READ));
        assertThat(servers.gets(servers.at("/"))).isInstanceOf(HttpReply.Answer.class);

        servers.shop.answers("200 OK", "text/plain", "x".repeat(GuardedClient.READ + 1));
        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.TOO_LARGE, true));

        servers.shop.answers((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            var part = new byte[8_192];
            for (int i = 0; i < 10_000; i++) {
                out.write(part);
            }
        });
        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.TOO_LARGE, true));
    }

    @Test
    void what_is_packed_is_unpacked_and_may_not_be_larger_then() throws Exception {
        packed("gzip", gzip("small".getBytes(StandardCharsets.UTF_8)));
        assertAnswer(servers.gets(servers.at("/")), 200, "small");

        packed("deflate", deflate("small".getBytes(StandardCharsets.UTF_8)));
        assertAnswer(servers.gets(servers.at("/")), 200, "small");

        packed("gzip", gzip(new byte[50_000_000]));
        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.TOO_LARGE, true));

        packed("deflate", deflate(new byte[50_000_000]));
        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.TOO_LARGE, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "gzip", "deflate"})
    void what_is_packed_otherwise_or_not_as_it_says_is_not_read(String encoding) {
        packed(encoding, "not packed at all".getBytes(StandardCharsets.UTF_8));

        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.UNKNOWN_PACKING, true));
    }

    @Test
    void an_answer_that_ends_in_the_middle_is_none() {
        servers.shop.answers((request, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.UTF_8)));

        assertThat(servers.gets(servers.at("/"))).isEqualTo(new HttpReply.Nothing(Trouble.CUT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\u0000\u0001\r\n\r\n"})
    void what_is_no_answer_of_the_web_is_none(String bytes) {
        servers.shop.answers((request, out) -> out.write(bytes.getBytes(StandardCharsets.UTF_8)));

        assertThat(servers.gets(servers.at("/")))
                .isInstanceOfSatisfying(HttpReply.Nothing.class, nothing -> assertThat(nothing.why())
                        .isIn(Trouble.NOT_HTTP, Trouble.CUT));
    }

    @Test
    void answers_that_come_too_slowly_are_not_waited_for_and_their_connections_end() throws Exception {
        var left = new CountDownLatch(SLOW);
        servers.shop.answers((request, out) -> {
            try {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                while (true) {
                    out.write('x');
                    LockSupport.parkNanos(10_000_000);
                }
            } catch (IOException gone) {
                left.countDown();
            }
        });
        var address = WebAddress.read(servers.at("/"));
        var slow = IntStream.range(0, SLOW)
                .mapToObj(i -> servers.client.send(new Exchange(
                        "GET", address, List.of(), null, false, any -> true, true, Duration.ofMillis(400 + i))))
                .toList();

        assertThat(slow)
                .allSatisfy(reply -> assertThat(reply.join()).isEqualTo(new HttpReply.Nothing(Trouble.TIME_UP, true)));
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_is_not_there_is_known_not_to_have_got_it() throws Exception {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            port = nobody.getLocalPort();
        }

        assertThat(servers.gets("http://shop.example:" + port + "/"))
                .isEqualTo(new HttpReply.Nothing(Trouble.UNREACHABLE, false));
    }

    @Test
    void a_name_that_leads_nowhere_is_told() {
        servers.leads("nowhere.example", "");

        assertThat(servers.gets("http://nowhere.example/"))
                .isEqualTo(new HttpReply.Nothing(Trouble.UNKNOWN_HOST, false));
    }

    @Test
    void a_server_without_a_certificate_is_not_called_by_https() {
        assertThat(servers.gets("https://shop.example:" + servers.shop.port() + "/"))
                .isInstanceOfSatisfying(HttpReply.Nothing.class, nothing -> {
                    assertThat(nothing.sent()).isFalse();
                    assertThat(nothing.why()).isIn(Trouble.NO_TLS, Trouble.CUT);
                });
    }

    @Test
    void the_service_at_home_is_reached_by_its_path_alone_and_nothing_else_there() {
        servers.ours.answers("200 OK", "text/plain", "echo");

        assertAnswer(servers.gets("/simulator/echo?a=1"), 200, "echo");
        assertThat(servers.ours.requests()).singleElement().satisfies(request -> assertThat(request)
                .startsWith("GET /simulator/echo?a=1 "));
        for (var other :
                List.of("/simulator/echo/", "/simulator/echo/../phone", "/api/v1/flows", "/simulator/echo%2f..", "/")) {
            assertThat(servers.gets(other)).isEqualTo(new HttpReply.Refused(AddressRefusal.ADDRESS_FORM));
        }
        assertThat(servers.ours.connections()).isOne();
    }

    @Test
    void the_service_at_home_sends_nowhere_and_nobody_sends_there() {
        servers.ours.answers((request, out) -> out.write(
                "HTTP/1.1 302 On\r\nLocation: /api\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        assertAnswer(servers.gets("/simulator/echo"), 302, "");

        redirects(302, "/simulator/echo");
        servers.gets(servers.at("/first"));

        assertThat(servers.ours.connections()).isOne();
    }

    private void redirects(int status, String location) {
        servers.shop.answers((request, out) -> out.write(
                request.contains(" /first ")
                        ? ("HTTP/1.1 " + status + " On\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8)
                        : OddServer.bytes("200 OK", "text/plain", "there")));
    }

    private void packed(String encoding, byte[] bytes) {
        servers.shop.answers((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + bytes.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
        });
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static ObjectAssert<HttpReply> assertAnswer(HttpReply reply, int status, String body) {
        return assertThat(reply).isInstanceOfSatisfying(HttpReply.Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        });
    }
}
