package com.qliento.request;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.Repair;
import com.qliento.check.Bpmn;
import com.qliento.check.FlowCheck;
import com.qliento.check.FlowEnvironment;
import com.qliento.guard.WebAddress;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a request before its flow is live; the organisation has allowed api.shop.example. */
class RequestCheckTest {

    private static final String SHOP = "https://api.shop.example/";

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHOP,
                "https://api.shop.example/orders/{{ answer }}?x={{ answer }}",
                "http://api.shop.example",
                "https://api.shop.example?key={{ secret.crm }}",
                "/simulator/echo",
                "/simulator/echo?x={{ answer }}"
            })
    void an_address_that_may_be_asked_is_fine(String address) {
        assertThat(problems("address", address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://{{ answer }}/x, request-open-host",
        "{{ answer }}, request-open-host",
        "{{ answer }}://api.shop.example/, request-open-host",
        "https://api.shop.example{{ answer }}/, request-open-host",
        "https://{{ answer }}@api.shop.example/, request-open-host",
        "https://api.shop.example:{{ answer }}/, request-open-host",
        "https://{{ secret.crm }}/, request-open-host",
        "https://user@api.shop.example/, request-address",
        "ftp://api.shop.example/, request-address",
        "api.shop.example, request-address",
        "http://localhost/, request-address",
        "http://0x7f.1/, request-address",
        "http://127.0.0.1/, request-forbidden",
        "http://[::1]/, request-forbidden",
        "http://169.254.169.254/latest, request-forbidden",
        "/api/v1/flows, request-address",
        "/simulator/echo/x, request-address",
        "https://other.example/, request-host",
        "https://api.shop.example:8443/, request-host"
    })
    void an_address_that_may_not_be_asked_is_told(String address, String code) {
        assertThat(problems("address", address)).extracting(FlowProblem::code).containsExactly(code);
    }

    @Test
    void a_host_that_nobody_allowed_is_offered_to_be() {
        assertThat(problems("address", "https://OTHER.example:8443/x?y=1"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.repair())
                            .isEqualTo(new Repair("allow-host", "x", Map.of("host", "other.example:8443")));
                    assertThat(problem.message()).contains("'other.example:8443'");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headers|X-Fine: 1|",
                "headers|no colon|request-header-line",
                "headers|Bad Name: 1|request-header-name",
                "headers|{{ answer }}: 1|request-header-name",
                "headers|Host: other|request-header-ours",
                "headers|Content-Length: 7|request-header-ours",
                "query|a = {{ answer }}|",
                "query|only words|request-line",
                "auth|bearer|request-no-secret",
                "seconds|61|bad-setting",
                "seconds|0|bad-setting",
                "name|contact|bad-setting"
            })
    void other_settings_are_looked_at_too(String setting, String value, String code) {
        var found = problems("address", SHOP, setting, value);

        assertThat(found).extracting(FlowProblem::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "price = body.items[1].price | number | order;",
                "price = body.items[-1].\"unit = price|net\" | number | order | maybe;",
                "all = body | any;",
                "code = status | number;",
                "price body.price number;request-pick-line",
                "price = body.price;request-pick-line",
                "price = body.price | number | order | perhaps;request-pick-line",
                "now = body.price | number;request-pick-name",
                "two words = body.price | number;request-pick-name",
                "price = items[1].price | number;request-pick-path",
                "price = body.items[0] | number;request-pick-path",
                "price = body.items[1] + 1 | number;request-pick-path",
                "price = body.price | decimal;request-pick-type",
                "price = body.price | number | money;request-pick-category"
            })
    void what_is_picked_of_an_answer_has_a_name_a_place_a_type_and_a_kind(String picks, String code) {
        var found = problems("address", SHOP, "picks", picks);

        assertThat(found).extracting(FlowProblem::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void names_of_picks_are_each_other_s_and_of_one_type() {
        assertThat(problems("address", SHOP, "picks", "a = body.a | text\na = body.b | text"))
                .extracting(FlowProblem::code)
                .containsExactly("request-pick-twice");
        assertThat(problems("address", SHOP, "wanted", "text", "picks", "a = body.a | text"))
                .extracting(FlowProblem::code)
                .containsExactly("request-pick-text");
        assertThat(problemsWith(
                        "order",
                        block("serviceTask", "x", "request", "address", SHOP, "picks", "order = body.n | number")))
                .extracting(FlowProblem::code)
                .containsExactly("request-pick-other");
        assertThat(problemsWith(
                        "order",
                        block("serviceTask", "x", "request", "address", SHOP, "picks", "order = body.n | text")))
                .isEmpty();
    }

    @Test
    void names_of_picks_are_known_by_their_types_and_the_whole_answer_is_not() {
        assertThat(saying("{{ price + 1 }} {{ shop }}")).isEmpty();
        assertThat(saying("{{ result.price }}")).extracting(FlowProblem::code).containsExactly("unknown-name");
        assertThat(saying("{{ if shop > 5 then 1 else 2 }}"))
                .extracting(FlowProblem::code)
                .containsExactly("text-with-number");
        assertThat(saying("{{ if price > 5 then 1 else 2 }}")).isEmpty();
    }

    private List<FlowProblem> saying(String text) {
        return found(Bpmn.process(
                Bpmn.start(),
                Bpmn.arrow("start", "x"),
                block(
                        "serviceTask",
                        "x",
                        "request",
                        "address",
                        SHOP,
                        "picks",
                        "price = body.price | number | order\nshop = body.shop | text"),
                Bpmn.arrow("x", "said"),
                block("sendTask", "said", "text", "text", "It is: " + text),
                Bpmn.arrow("said", "end"),
                Bpmn.end()));
    }

    private List<FlowProblem> problemsWith(String question, String block) {
        return found(Bpmn.process(
                Bpmn.start(),
                Bpmn.arrow("start", "q"),
                block("receiveTask", "q", "ask-text", "question", "Well?", "name", question),
                Bpmn.arrow("q", "x"),
                block,
                Bpmn.arrow("x", "end"),
                Bpmn.end()));
    }

    @Test
    void a_header_stands_once() {
        assertThat(problems("address", SHOP, "headers", "X-A: 1\nx-a: 2"))
                .extracting(FlowProblem::code)
                .containsExactly("request-header-twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"{{ answer }}\", \"b\": {{ string length(answer) }}}",
                "[{{ answer }}]",
                "{\"a\": \"x \\\" {{ answer }}\"}",
                "{\"key\": \"{{ secret.crm }}\"}",
                "{{ {a: answer} }}"
            })
    void a_body_that_is_json_with_values_in_it_is_fine(String body) {
        assertThat(json(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": }",
                "{\"a\": \"{{ answer }}}",
                "{a: {{ answer }}}",
                "{\"a\": {{ secret.crm }}}",
                "{\"a\": 1} x",
                "{\"a\": 1,}",
                "{\"a\": \"{{ answer }}\" \"b\"}"
            })
    void a_body_that_is_no_json_is_told(String body) {
        assertThat(json(body)).extracting(FlowProblem::code).containsExactly("request-json");
    }

    @Test
    void what_may_surprise_is_a_warning() {
        assertThat(problems("address", SHOP, "body", "x"))
                .extracting(FlowProblem::code)
                .containsExactly("request-body-unsent");
        assertThat(problems("address", SHOP, "method", "POST", "bodyKind", "json"))
                .extracting(FlowProblem::code)
                .containsExactly("request-body-empty");
        assertThat(problems("address", SHOP, "method", "POST", "repeat", "again"))
                .extracting(FlowProblem::code)
                .containsExactly("request-again");
        assertThat(problems("address", "http://api.shop.example/", "headers", "X-Key: {{ secret.crm }}"))
                .extracting(FlowProblem::code)
                .containsExactly("request-plain");
        assertThat(problems("address", SHOP, "bodyKind", "form", "body", "a = 1"))
                .extracting(FlowProblem::code)
                .containsExactly("request-body-get");
    }

    private List<FlowProblem> json(String body) {
        return problems("address", SHOP, "method", "POST", "bodyKind", "json", "body", body);
    }

    /** All but that nothing is drawn for when it fails. */
    private List<FlowProblem> problems(String... settings) {
        return found(around(block("serviceTask", "x", "request", settings)));
    }

    private List<FlowProblem> found(byte[] flow) {
        return scene.bean(FlowCheck.class).check(flow, new Shop(Bpmn.environment()), Locale.ENGLISH).stream()
                .filter(problem -> !problem.code().equals("exit-not-drawn"))
                .toList();
    }

    private record Shop(FlowEnvironment other) implements FlowEnvironment {

        @Override
        public String flowKey() {
            return other.flowKey();
        }

        @Override
        public boolean published(String flowKey) {
            return other.published(flowKey);
        }

        @Override
        public Set<String> calls(String flowKey) {
            return other.calls(flowKey);
        }

        @Override
        public Set<String> secrets() {
            return Set.of("crm");
        }

        @Override
        public boolean mayAsk(WebAddress address) {
            return address.server().equals("api.shop.example");
        }
    }
}
