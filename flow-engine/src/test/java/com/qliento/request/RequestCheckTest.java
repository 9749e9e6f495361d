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
        var flow = around(block("serviceTask", "x", "request", settings));
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
