package com.qliento.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.guard.LocalNetwork;
import com.qliento.guard.OddServer;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.tryout.CallAnswer;
import com.qliento.tryout.Line;
import com.qliento.tryout.Persona;
import com.qliento.tryout.TryState;
import com.qliento.tryout.Tryouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent now, on the whole application: as a flow's, to the same hosts, and nothing of them is kept. */
class TestRequestsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private static Scene scene;

    private final OddServer shop = OddServer.at(LocalNetwork.SHOP);
    private final String host = "api.shop.example:" + shop.port();
    private final Actor builder = new Actor("tester", DEMO, Role.BUILDER);

    @BeforeAll
    static void open() {
        scene = Scene.startWith(Scene.Setup.usual(), LocalNetwork.class);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @BeforeEach
    void allow() {
        scene.passes(Duration.ofMinutes(2));
        assertThat(scene.call("PUT", "/api/v1/request-hosts/" + host, "").statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void forget() {
        scene.call("DELETE", "/api/v1/request-hosts/" + host, "");
        shop.close();
    }

    @Test
    void the_answer_is_shown_as_fields_with_their_ways_types_and_exact_values() {
        shop.answers(
                "200 OK",
                "application/json",
                "{\"items\":[{\"unit-price\":100.50,\"n\":12345678901234567890}],\"day\":\"2026-03-29\",\"x\":null}");

        var answer = send(Map.of("order", "A/7"), "address", "http://" + host + "/orders/{{ order }}");

        assertThat(answer.word()).isEqualTo("answered");
        assertThat(answer.head()).satisfies(head -> {
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.contentType()).isEqualTo("application/json");
        });
        assertThat(String.valueOf(answer.tree()))
                .contains(
                        "\"path\":\"body.items[1].\\\"unit-price\\\"\",\"type\":\"number\",\"shown\":\"100.5\"",
                        "\"shown\":\"12345678901234567890\"",
                        "\"path\":\"body.day\",\"type\":\"date\"",
                        "\"path\":\"body.x\",\"type\":\"null\"");
        assertThat(shop.requests()).singleElement().asString().startsWith("GET /orders/A%2F7 HTTP/1.1");
        assertThat(answer).hasToString("TestAnswer[answered]");
    }

    @Test
    void a_large_answer_is_shown_in_its_beginning() {
        shop.answers("200 OK", "application/json", "{\"all\":[" + "{\"a\":1},".repeat(20_000) + "{\"a\":2}]}");

        var answer = send(Map.of(), "address", "http://" + host + "/");

        assertThat(answer.word()).isEqualTo("answered");
        assertThat(String.valueOf(answer.tree())).hasSizeLessThan(200_000).contains("\"left\":19901");
    }

    @Test
    void what_changes_something_is_sent_only_when_that_is_meant_with_a_key_and_samples_as_values() {
        String[] settings = {
            "address",
            "http://" + host + "/orders",
            "method",
            "POST",
            "bodyKind",
            "json",
            "body",
            "{\"id\": \"{{ order }}\", \"n\": {{ count }}}"
        };
        var samples = Map.of("order", "\"},", "count", "12.50");

        assertThatThrownBy(() -> send(samples, settings))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.more()).containsEntry("field", "really"));
        assertThat(shop.connections()).isZero();
        var answer = requests().send(builder, new TestRequests.Wish(map(settings), samples, true));

        assertThat(answer.word()).isEqualTo("answered");
        assertThat(shop.requests()).singleElement().satisfies(request -> assertThat(request)
                .contains("Idempotency-Key: ")
                .endsWith("{\"id\": \"\\\"},\", \"n\": 12.5}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1"})
    void nothing_within_this_machine_is_reached_whatever_is_written(String inside) {
        try (var server = OddServer.at("127.0.0.1")) {
            var address = "http://" + inside + ":" + server.port() + "/";

            try {
                assertThat(send(Map.of(), "address", address).word()).isNotEqualTo("answered");
            } catch (Problem unfit) {
                assertThat(unfit.more()).containsEntry("field", "address");
            }

            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_redirect_into_this_machine_is_not_followed() {
        try (var server = OddServer.at("127.0.0.1")) {
            shop.answers((request, out) -> out.write(("HTTP/1.1 302 On\r\nLocation: http://127.0.0.1:" + server.port()
                            + "/\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8)));

            assertThat(send(Map.of(), "address", "http://" + host + "/").word()).isEqualTo("forbidden-address");

            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_host_that_is_not_allowed_is_offered_to_be_and_not_asked() {
        scene.call("DELETE", "/api/v1/request-hosts/" + host, "");

        var answer = send(Map.of(), "address", "http://" + host + "/");

        assertThat(answer.word()).isEqualTo("host-not-allowed");
        assertThat(answer.host()).isEqualTo(host);
        assertThat(shop.connections()).isZero();
    }

    @Test
    void who_may_not_draw_flows_sends_nothing() {
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);
        var wish = new TestRequests.Wish(Map.of("address", "http://" + host + "/"), Map.of(), true);

        assertThatThrownBy(() -> requests().send(viewer, wish))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("not-allowed"));
        assertThat(shop.connections()).isZero();
    }

    @Test
    void an_organisation_sends_thirty_a_minute_and_another_one_its_own() {
        for (int i = 0; i < TestRequests.MOST; i++) {
            assertThat(send(Map.of(), "address", "http://" + host + "/").word()).isEqualTo("answered");
        }

        assertThatThrownBy(() -> send(Map.of(), "address", "http://" + host + "/"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.is(TestRequests.TOO_MANY))
                        .isTrue());
        assertThat(shop.connections()).isEqualTo(TestRequests.MOST);
        scene.passes(Duration.ofSeconds(61));
        assertThat(send(Map.of(), "address", "http://" + host + "/").word()).isEqualTo("answered");
    }

    @Test
    void few_go_at_once_and_room_comes_back() {
        var allowance = new TestAllowance(30);
        var one = new OrganisationId(UUID.randomUUID());
        var now = Instant.parse("2026-07-01T10:00:00Z");
        for (int i = 0; i < 4; i++) {
            assertThat(allowance.take(one, now)).isTrue();
        }

        assertThat(allowance.take(one, now)).isFalse();
        assertThat(allowance.take(new OrganisationId(UUID.randomUUID()), now)).isTrue();
        allowance.over(one);
        assertThat(allowance.take(one, now)).isTrue();
    }

    @Test
    void a_secret_goes_to_the_server_and_is_not_shown_when_it_comes_back() {
        scene.call("PUT", "/api/v1/secrets/crm", "{\"value\":\"s3cret/+ x\"}");
        shop.answers(
                "200 OK",
                "application/json",
                "{\"a\":\"key s3cret/+ x!\",\"b\":\"s3cret%2F%2B%20x\",\"s3cret/+ x\":1,\"c\":\"fine\"}");

        var answer = send(
                Map.of(), "address", "http://" + host + "/?key={{ secret.crm }}", "headers", "X-Key: {{ secret.crm }}");

        assertThat(shop.requests()).singleElement().asString().contains("?key=s3cret%2F%2B%20x", "X-Key: s3cret/+ x");
        assertThat(String.valueOf(answer.tree())).contains("key ••••!", "fine").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headers|Host: other",
                "headers|Content-Length: 7",
                "headers|Bad Name: 1",
                "headers|no colon",
                "query|only words",
                "query|a = {{ b",
                "method|TRACE",
                "auth|bearer",
                "auth|magic",
                "seconds|600",
                "seconds|soon",
                "address|https://{{ order }}/",
                "address|ftp://api.shop.example/",
                "address|"
            })
    void settings_that_no_flow_could_have_are_refused_by_name(String setting, String value) {
        var settings = map("address", "http://" + host + "/");
        settings.put(setting, value == null ? "" : value);

        assertThatThrownBy(() -> requests().send(builder, new TestRequests.Wish(settings, Map.of(), true)))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.more())
                        .containsEntry("field", value != null && value.equals("bearer") ? "secret" : setting));
        assertThat(shop.connections()).isZero();
    }

    @Test
    void what_can_not_be_read_is_told_by_the_word_that_a_flow_would_get() {
        shop.answers("200 OK", "application/json", "{");
        assertThat(send(Map.of(), "address", "http://" + host + "/").word()).isEqualTo("not-json");
        shop.answers("200 OK", "text/plain", "x".repeat(300_000));
        assertThat(send(Map.of(), "address", "http://" + host + "/").word()).isEqualTo("too-large");
        shop.answers("404 Not Found", "application/json", "{\"error\":\"no such order\"}");
        var missing = send(Map.of(), "address", "http://" + host + "/");
        assertThat(missing.word()).isEqualTo("http-404");
        assertThat(String.valueOf(missing.tree())).contains("no such order");
        assertThat(send(Map.of(), "address", "http://" + host + "/", "auth", "bearer", "secret", "nobody")
                        .word())
                .isEqualTo("no-secret");
    }

    @Test
    void who_tries_the_flow_is_proposed_an_answer_with_all_picks_and_sees_what_is_kept() {
        var flow = new FlowText("try-picks", "try-picks")
                .block(
                        "serviceTask",
                        "ask",
                        "request",
                        "address",
                        "/simulator/echo",
                        "picks",
                        "price = body.items[1].price | number | order\nnote = body.note | text | other | maybe")
                .says("said", "It costs {{ price * 2 }}")
                .ends()
                .exitOf("ask", "qliento.failed", "No idea");
        scene.bean(FlowDrafts.class)
                .overwrite(builder, "try-picks", flow.toString().getBytes(StandardCharsets.UTF_8));
        try (var tryout = scene.bean(Tryouts.class)
                .open(builder, "try-picks", Persona.samples().get(0))) {
            var asked = tryout.say("try-picks");
            assertThat(asked.chat().toString()).isNotEmpty();

            var answered = tryout.answer(CallAnswer.json("{\"status\":200,\"body\":{\"items\":[{\"price\":12.55}]}}"));

            assertThat(answered.answers()).containsOnlyKeys("price");
            assertThat(answered.answers().get("price")).hasToString("12.55");
            tryout.say("try-picks");
            var failed = tryout.answer(CallAnswer.json("{\"status\":200,\"body\":{}}"));
            assertThat(failed.path()).contains("ask-failed").doesNotContain("said");
            assertThat(notes(failed)).containsExactly(List.of("pick-missing", "price", ""));
            tryout.say("try-picks");
            var text = tryout.answer(CallAnswer.json("{\"status\":200,\"body\":{\"items\":[{\"price\":\"12 EUR\"}]}}"));
            assertThat(text.path()).contains("ask-failed").doesNotContain("said");
            assertThat(notes(text)).last().isEqualTo(List.of("pick-number", "price", "\"12 EUR\""));
        }
    }

    /** What the chat says of what was done. */
    private static List<List<String>> notes(TryState state) {
        return state.chat().stream()
                .filter(Line.Note.class::isInstance)
                .map(Line.Note.class::cast)
                .filter(note -> note.kind() == Line.Note.Kind.DID)
                .map(Line.Note::words)
                .toList();
    }

    @Test
    void what_the_block_keeps_and_this_answer_does_not_have_is_said() {
        shop.answers("200 OK", "application/json", "{\"price\":\"12 s3cret\",\"list\":[1,2]}");
        scene.call("PUT", "/api/v1/secrets/crm", "{\"value\":\"s3cret\"}");

        var answer = send(
                Map.of(),
                "address",
                "http://" + host + "/?key={{ secret.crm }}",
                "picks",
                "price = body.price | number\nall = body.list | any\nwhat = body.none | text\nok = status | text\n"
                        + "maybe = body.none | text | other | maybe");

        assertThat(answer.word()).isEqualTo("answered");
        assertThat(answer.unpicked())
                .extracting(TestAnswer.Unpicked::kind, TestAnswer.Unpicked::name)
                .containsExactly(
                        tuple("pick-number", "price"), tuple("pick-missing", "what"), tuple("pick-text", "ok"));
        assertThat(answer.unpicked().get(0).found()).startsWith("\"12 ").doesNotContain("s3cret");
        assertThat(answer.unpicked().get(2).found()).isEqualTo("200");
    }

    private TestAnswer send(Map<String, String> samples, String... settings) {
        return requests().send(builder, new TestRequests.Wish(map(settings), samples, false));
    }

    private TestRequests requests() {
        return scene.bean(TestRequests.class);
    }

    private static Map<String, String> map(String... settings) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return map;
    }
}
