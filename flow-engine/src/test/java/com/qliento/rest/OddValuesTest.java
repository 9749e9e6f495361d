package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values no program expects, given to what really is there: a published decision, a flow, test cases. */
class OddValuesTest {

    private static final List<String> ODD = List.of(
            "1e99999999999",
            "-1e-99999999999",
            "1e999999999",
            "1e-999999999",
            "1e400",
            "9".repeat(900),
            "9".repeat(5_000),
            "0." + "1".repeat(5_000),
            "-0.0",
            "NaN",
            "-Infinity",
            "\"NaN\"",
            "\"1e999999999\"",
            "\"99999999999999999999\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01\"",
            "\"P999999999999Y\"",
            "\"\\ud800\"",
            "\"\\u0000\\u0007\\u001b\"",
            "\"" + "x".repeat(100_000) + "\"",
            "{\"a\":1,\"a\":2}",
            "[".repeat(900) + "]".repeat(900),
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"type\":\"date\",\"value\":\"+999999999-12-31\"}",
            "{\"\":{\"\\u0000\":[null]}}",
            "[" + "{},".repeat(1_000) + "1e999999999]",
            "true");

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void odd_values_are_taken_or_refused_and_never_a_failure_of_ours() {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        shop.call("POST", "/api/v1/decisions/discount/publish", "{\"note\":\"\"}");
        shop.call("POST", "/api/v1/flows?key=odd", flow(), "application/xml");
        var wrong = new ArrayList<String>();

        for (var odd : ODD) {
            for (var body : List.of(
                    "{\"inputs\":{\"total\":" + odd + ",\"kind\":\"vip\"}}",
                    "{\"inputs\":{\"total\":1,\"kind\":" + odd + "}}",
                    "{\"inputs\":" + odd + "}",
                    "{\"version\":" + odd + ",\"inputs\":{\"total\":1,\"kind\":\"vip\"}}",
                    odd)) {
                check("/api/v1/decisions/discount/evaluate", body, wrong);
            }
            check("/api/v1/decisions/discount/rollback", "{\"version\":" + odd + "}", wrong);
            for (var place : List.of("inputs", "expected")) {
                check(
                        "/api/v1/decisions/discount/cases",
                        "{\"name\":\"odd\",\"inputs\":{\"total\":1,\"kind\":\"vip\"},\"expected\":{},\"" + place
                                + "\":{\"total\":" + odd + ",\"kind\":\"vip\"}}",
                        wrong);
            }
            sayToFlow(odd, wrong);
            check("/api/v1/channels", "{\"phoneNumberId\":" + odd + "}", wrong);
        }
        check("/api/v1/decisions/discount/cases/run", "", wrong);

        assertThat(wrong).isEmpty();
        assertThat(shop.call("GET", "/api/v1/decisions/discount/cases", "").statusCode())
                .isEqualTo(200);
        assertThat(shop.call("GET", "/api/v1/flows/odd/cases", "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_of_more_parts_than_can_be_held_is_refused_with_the_reason() {
        var answer = shop.call(
                "POST",
                "/api/v1/decisions/discount/evaluate",
                "{\"inputs\":{\"a\":[" + "{},".repeat(1_000_000) + "{}]}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unreadable-body", "250000 values");
    }

    @Test
    void room_that_a_body_took_is_free_when_it_is_answered() {
        var body = "{\"note\":\"" + "x".repeat(60_000) + "\"}";

        for (int i = 0; i < 200; i++) {
            assertThat(shop.call("POST", "/api/v1/decisions/unknown/publish", body)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private void sayToFlow(String odd, List<String> wrong) {
        check("/api/v1/flows/odd/simulate", "{\"said\":[" + odd + "]}", wrong);
        check("/api/v1/flows/odd/simulate", "{\"said\":[\"odd\"],\"persona\":" + odd + "}", wrong);
        check(
                "/api/v1/flows/odd/cases",
                "{\"name\":\"odd\",\"steps\":[{\"kind\":\"SAY\",\"text\":" + odd + "}]}",
                wrong);
        check(
                "/api/v1/flows/odd/cases",
                "{\"name\":\"odd\",\"steps\":[{\"kind\":\"WAIT\",\"hours\":" + odd + "}]}",
                wrong);
    }

    private void check(String path, String body, List<String> wrong) {
        var answer = shop.call("POST", path, body);
        boolean told = answer.statusCode() < 300
                || answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("application/problem+json"))
                        .isPresent();
        if (answer.statusCode() >= 500 || !told) {
            wrong.add(answer.statusCode() + " <- " + path + " " + body.substring(0, Math.min(80, body.length())) + " : "
                    + answer.body());
        }
    }

    private static String flow() {
        return new FlowText("odd", "odd").says("hello", "hello").ends().toString();
    }
}
