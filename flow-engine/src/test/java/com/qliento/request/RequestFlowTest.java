package com.qliento.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.call.Callee;
import com.qliento.call.Calls;
import com.qliento.call.CallsAtBlock;
import com.qliento.call.Repeat;
import com.qliento.channel.Channels;
import com.qliento.guard.LocalNetwork;
import com.qliento.guard.OddServer;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.secret.SecretText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows that ask a real server by HTTP, on the whole application. */
class RequestFlowTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static Scene scene;

    private final OddServer shop = OddServer.at(LocalNetwork.SHOP);
    private final String host = "api.shop.example:" + shop.port();
    private final String customer = Scene.newCustomer();
    private final String word = "order" + customer;

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
        assertThat(scene.call("PUT", "/api/v1/request-hosts/" + host, "").statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void forget() {
        scene.call("DELETE", "/api/v1/request-hosts/" + host, "");
        shop.close();
    }

    @Test
    void a_customer_is_told_the_status_of_the_order_whose_number_they_wrote() {
        shop.answers("200 OK", "application/json", "{\"items\":[{\"price\":12.50}],\"status\":\"on its way\"}");
        asksForAnOrder();

        scene.says(customer, "A/7 & co");

        assertThat(scene.hears(customer, 2)).endsWith("It is on its way, 12.5 EUR");
        assertThat(shop.requests()).singleElement().satisfies(request -> assertThat(request)
                .startsWith("GET /orders/A%2F7%20%26%20co?lang=en%26x HTTP/1.1\r\n")
                .contains("Host: " + host)
                .doesNotContain("Idempotency-Key"));
        assertThat(way()).contains(":called " + host + " answered 1 ");
    }

    @Test
    void an_order_that_is_not_there_takes_the_exit_for_failing() {
        shop.answers("404 Not Found", "application/json", "{\"error\":\"private words\"}");
        asksForAnOrder();

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 2)).endsWith("No idea");
        assertThat(way()).contains("http-404").doesNotContain("private words");
    }

    @Test
    void a_server_that_does_not_answer_in_time_takes_the_exit_for_that() {
        shop.answers((request, out) -> {
            await().atMost(LONG).until(() -> scene.sink().texts(customer).size() > 1);
        });
        asksForAnOrder();
        scene.says(customer, "7");
        await().atMost(LONG).until(() -> shop.connections() == 1);

        scene.passes(Duration.ofSeconds(30));

        assertThat(scene.hears(customer, 2)).endsWith("Too slow");
        assertThat(scene.bean(Calls.class)
                        .atBlock(
                                scene.bean(Channels.class)
                                        .withNumber("106540352242922")
                                        .orElseThrow()
                                        .organisation(),
                                word,
                                "ask")
                        .timedOut())
                .isEqualTo(1);
    }

    @Test
    void a_host_that_is_allowed_no_more_takes_the_exit_for_that_and_is_not_asked() {
        asksForAnOrder();
        scene.call("DELETE", "/api/v1/request-hosts/" + host, "");

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 2)).endsWith("Not allowed");
        assertThat(way()).contains(":called " + host + " host-not-allowed 1 ");
        assertThat(shop.connections()).isZero();
    }

    @Test
    void a_host_that_nobody_allowed_keeps_a_flow_from_going_live() {
        scene.call("DELETE", "/api/v1/request-hosts/" + host, "");
        var flow = flow("address", "https://other.shop.example/").ends();
        scene.send(scene.request("POST", "/api/v1/flows?key=" + word, flow.toString(), "application/xml")
                .build());

        var refused = scene.call("POST", "/api/v1/flows/" + word + "/publish", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("request-host", "other.shop.example", "allow-host");
    }

    @Test
    void
            a_request_that_changes_something_is_signed_with_a_secret_and_has_a_key_and_what_a_customer_wrote_stays_a_value()
                    throws Exception {
        shop.answers("201 Created", "text/plain; charset=iso-8859-1", "ok");
        scene.call("PUT", "/api/v1/secrets/crm", "{\"value\":\"s3cret\"}");
        sendsAnOrder();
        scene.says(customer, word);
        scene.hears(customer, 1);
        var written = "\"},{{ secret.crm }}\r\nX-Evil: 1";

        scene.says(customer, written);

        assertThat(scene.hears(customer, 2)).endsWith("Answer: ok");
        var request = shop.requests().get(0);
        var body = request.substring(request.indexOf("\r\n\r\n") + 4);
        var json = new ObjectMapper().readTree(body);
        assertThat(json.path("order").asText()).isEqualTo(written);
        assertThat(json.path("size").asInt()).isEqualTo(written.length());
        assertThat(json.path("all").path(0).asText()).isEqualTo(written);
        assertThat(request.lines().map(String::strip))
                .contains("X-Key: k-s3cret", "X-Sign: sha256=" + hmac("s3cret", body))
                .anyMatch(line -> line.matches("Idempotency-Key: [0-9a-f-]{36}"))
                .noneMatch(line -> line.startsWith("X-Evil"));
        assertThat(body).doesNotContain("s3cret");
    }

    @Test
    void a_redirect_into_this_machine_is_not_followed() {
        shop.answers((request, out) ->
                out.write(("HTTP/1.1 302 On\r\nLocation: " + scene.url() + "/api/v1/flows\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        asksForAnOrder();

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 2)).endsWith("Not allowed");
        assertThat(way()).contains(" forbidden-address 1 ");
    }

    @Test
    void values_are_picked_out_of_an_answer_that_is_too_large_to_be_kept_and_keep_their_types() {
        shop.answers("200 OK", "application/json", large("{\"price\":12.505,\"due\":\"2026-03-29\",\"paid\":true}"));
        picksOfAnOrder("price = body.order.price | number | order\ndue = body.order.due | date\n"
                + "paid = body.order.paid | boolean\nnote = body.order.note | text | other | maybe");

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 2)).endsWith("12.506 2026-03-30 true none");
        assertThat(way()).contains(" answered 1 ").doesNotContain("12.505");
    }

    @Test
    void a_picked_value_that_is_missing_or_of_another_type_takes_the_exit_for_failing_and_says_which() {
        shop.answers("200 OK", "application/json", "{\"order\":{\"price\":\"12.505\"}}");
        picksOfAnOrder("price = body.order.price | number | order\ndue = body.order.due | date | other | maybe");

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 2)).endsWith("No idea");
        assertThat(way()).contains(" pick-type 1 ");
        shop.answers("200 OK", "application/json", "{\"order\":null}");
        scene.says(customer, word);
        scene.hears(customer, 3);

        scene.says(customer, "7");

        assertThat(scene.hears(customer, 4)).endsWith("No idea");
        assertThat(way()).contains(" pick-missing 1 ");
    }

    /** Two hundred thousand characters around this order. */
    private static String large(String order) {
        return "{\"others\":\"" + "x".repeat(200_000) + "\",\"order\":" + order + "}";
    }

    private void picksOfAnOrder(String picks) {
        flow("address", "http://" + host + "/orders/{{ order }}", "picks", picks)
                .says(
                        "said",
                        "{{ price + 0.001 }} {{ due + duration(\"P1D\") }} {{ paid }} {{ if note = null then \"none\" else note }}")
                .ends()
                .exitOf("ask", "qliento.failed", "No idea")
                .publish(scene);
        scene.says(customer, word);
        scene.hears(customer, 1);
    }

    @Test
    void the_echo_of_the_demo_says_what_it_was_asked_but_no_secret() {
        scene.call("PUT", "/api/v1/secrets/crm", "{\"value\":\"s3cret\"}");
        flow("address", "/simulator/echo", "query", "order = {{ order }}", "auth", "bearer", "secret", "crm")
                .says("said", "{{ result.method }} {{ result.query.order }} {{ result.headers.authorization }}")
                .ends()
                .exitOf("ask", "qliento.failed", "No idea")
                .publish(scene);
        scene.says(customer, word);
        scene.hears(customer, 1);

        scene.says(customer, "A 7");

        assertThat(scene.hears(customer, 2)).endsWith("GET A 7 ••••");
    }

    @Test
    void who_tries_a_flow_is_shown_the_request_without_secrets() {
        var callee = scene.beans(Callee.class).stream()
                .filter(known -> known.kind().equals("request"))
                .findFirst()
                .orElseThrow();
        var request = new WrittenRequest(
                "POST",
                SecretText.of("https://api.shop.example/?key={{ secret.crm }}"),
                List.of(),
                new WrittenRequest.Body(Place.JSON, "application/json", SecretText.of("{\"a\":1}")),
                new WrittenRequest.Auth(AuthKind.BEARER, "crm", ""),
                WrittenRequest.Wanted.ANY,
                Repeat.NEVER,
                "");

        assertThat(callee.shown(request.json()).toString())
                .isEqualTo(
                        "{\"method\":\"POST\",\"address\":\"https://api.shop.example/?key=••••\",\"headers\":"
                                + "{\"Authorization\":\"Bearer ••••\",\"Content-Type\":\"application/json\"},\"body\":\"{\\\"a\\\":1}\"}");
        assertThat(callee.sampleAnswer(request.json()).path("status").asInt()).isEqualTo(200);
        assertThat(WrittenRequest.read(request.json())).isEqualTo(request);
    }

    private void sendsAnOrder() {
        flow(
                        "method",
                        "POST",
                        "address",
                        "http://" + host + "/orders",
                        "headers",
                        "X-Who: {{ order }}\nX-Key: k-{{ secret.crm }}",
                        "bodyKind",
                        "json",
                        "body",
                        "{\"order\": \"{{ order }}\", \"size\": {{ string length(order) }}, \"all\": {{ [order] }}}",
                        "auth",
                        "hmac",
                        "secret",
                        "crm",
                        "authName",
                        "X-Sign")
                .says("said", "Answer: {{ result }}")
                .ends()
                .exitOf("ask", "qliento.failed", "No idea")
                .publish(scene);
    }

    private void asksForAnOrder() {
        flow("address", "http://" + host + "/orders/{{ order }}", "query", "lang = en&x", "seconds", "10")
                .says("said", "It is {{ result.status }}, {{ result.items[1].price }} EUR")
                .ends()
                .exitOf("ask", "qliento.failed", "No idea")
                .exitOf("ask", "qliento.timed-out", "Too slow")
                .exitOf("ask", "qliento.not-allowed", "Not allowed")
                .publish(scene);
        scene.says(customer, word);
        scene.hears(customer, 1);
    }

    private FlowText flow(String... settings) {
        return new FlowText(word, word)
                .asks("which", "question", "Which order?", "name", "order")
                .block("serviceTask", "ask", "request", settings);
    }

    @Test
    void who_looks_at_the_flow_is_told_how_the_calls_of_its_block_fare() {
        shop.answers("404 Not Found", "text/plain", "no");
        asksForAnOrder();
        scene.says(customer, "7");
        scene.hears(customer, 2);
        shop.answers("200 OK", "application/json", "{\"items\":[{\"price\":1}],\"status\":\"x\"}");
        scene.says(customer, word);
        scene.hears(customer, 3);
        scene.says(customer, "8");
        scene.hears(customer, 4);

        var calls = scene.bean(Calls.class);
        var organisation = scene.bean(Channels.class)
                .withNumber("106540352242922")
                .orElseThrow()
                .organisation();
        assertThat(calls.atBlock(organisation, word, "ask")).satisfies(figures -> {
            assertThat(figures.calls()).isEqualTo(2);
            assertThat(figures.failed()).isEqualTo(1);
            assertThat(figures.timedOut()).isZero();
            assertThat(figures.waiting()).isZero();
        });
        assertThat(calls.atBlock(organisation, "another", "ask")).isEqualTo(CallsAtBlock.NONE);
        scene.passes(Duration.ofHours(25));
        assertThat(calls.atBlock(organisation, word, "ask")).isEqualTo(CallsAtBlock.NONE);
    }

    /** What was noted of the customer's conversation. */
    private String way() {
        var id = new Rest(scene).conversationOf(customer).path("id").asText();
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.jdbc()
                .sql("SELECT string_agg(t::text, ' ') FROM conversation_trace t WHERE conversation_id = ?::uuid")
                .param(id)
                .query(String.class)
                .single());
    }

    private static String hmac(String secret, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
