package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters that XML or PostgreSQL can't hold, and lists with holes, wherever a request may have them. */
class HeldCharactersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ODD = "a\\u0000b\\u000Bc\\uFFFEd\\uD800";
    private static final String KEPT = "ab\ncd";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_flow_and_a_table_with_them_are_saved_without_them() {
        String flow = flow("Good\u000BdayNUL to you").replace("NUL", "&#0;&#x1F;");
        String table = Models.discount(10).replace("\"large order\"", "\"large\u000Border&#11;\uFFFE\"");

        assertThat(shop.call("POST", "/api/v1/flows?key=held", flow, "application/xml")
                        .statusCode())
                .isEqualTo(201);
        assertThat(shop.call("POST", "/api/v1/decisions?key=discount", table, "application/xml")
                        .statusCode())
                .isEqualTo(201);

        assertThat(shop.call("GET", "/api/v1/flows/held/bpmn", "").body()).contains("Good\nday to you");
        assertThat(shop.call("GET", "/api/v1/decisions/discount/dmn", "").body())
                .contains("\"large\norder&#10;\"");
        assertThat(shop.call("POST", "/api/v1/decisions/discount/publish", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void names_notes_tags_and_test_cases_are_kept_without_them() {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        shop.call("POST", "/api/v1/flows?key=held", flow("Hello"), "application/xml");

        assertThat(json(shop.call("POST", "/api/v1/decisions/discount/publish", "{\"note\":\"" + ODD + "\"}"))
                        .path("note")
                        .asText())
                .isEqualTo(KEPT);
        JsonNode made = json(shop.call(
                "POST",
                "/api/v1/decisions/discount/cases",
                "{\"name\":\"" + ODD + "\",\"inputs\":{\"total\":1,\"kind\":\"" + ODD
                        + "\"},\"expected\":{\"x\\u0000\":[\"" + ODD + "\"]}}"));
        assertThat(made.path("name").asText()).isEqualTo(KEPT);
        assertThat(made.at("/inputs/kind").asText()).isEqualTo(KEPT);
        assertThat(made.at("/expected/x/0").asText()).isEqualTo(KEPT);
        assertThat(shop.call("PATCH", "/api/v1/flows/held", "{\"name\":\"N\\u0000ame\",\"tags\":[\"t\\u0000ag\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.call(
                                "POST",
                                "/api/v1/flows/held/cases",
                                "{\"name\":\"" + ODD + "\",\"steps\":[{\"kind\":\"SAY\",\"text\":\"" + ODD + "\"}]}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(shop.call("GET", "/api/v1/flows/held/cases", ""))
                        .at("/items/0/steps/0/text")
                        .asText())
                .isEqualTo(KEPT);
    }

    @Test
    void a_customer_who_writes_them_is_answered() {
        var phone = Scene.newCustomer();
        new FlowText("held-ask", "holding")
                .asks("q", "question", "Your name?", "name", "who")
                .says("t", "Thanks {{ who }}")
                .ends()
                .publish(scene);
        scene.says(phone, "holding");
        scene.hears(phone, 1);

        var message = Webhooks.message(
                scene.clock().instant(), phone, "wamid." + UUID.randomUUID(), "An\u0000a\u000BX\uD800");
        assertThat(scene.post(Webhooks.body(List.of(message)).replace("\"Customer\"", "\"Cust\\u0000omer\"")))
                .isEqualTo(200);

        assertThat(scene.hears(phone, 2).get(1))
                .matches("(?s)Thanks An\uFFFD?a\nX.*")
                .doesNotContain("\u0000", "\u000B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/decisions/discount/evaluate |"
                        + " {\"inputs\":{\"total\":1,\"kind\":null},\"decisions\":[null],\"draft\":true}",
                "/api/v1/decisions/discount/evaluate | {\"inputs\":[null]}",
                "/api/v1/decisions/discount/evaluate |"
                        + " {\"inputs\":{\"total\":{\"a\":[null]},\"kind\":[{}]},\"draft\":true}",
                "/api/v1/decisions/discount/evaluate | {\"decisions\":[[\"a\"]]}",
                "/api/v1/decisions/discount/evaluate | null",
                "/api/v1/decisions/discount/evaluate | []",
                "/api/v1/decisions/discount/rollback | null",
                "/api/v1/decisions/discount/cases | {\"name\":\"a\",\"inputs\":[null],\"expected\":{}}",
                "/api/v1/decisions/discount/cases | null",
                "/api/v1/flows/held/simulate | {\"said\":[null]}",
                "/api/v1/flows/held/simulate | {\"said\":[[]]}",
                "/api/v1/flows/held/simulate | null",
                "/api/v1/flows/held/simulate | {\"said\":[\"a\"],\"persona\":{}}",
                "/api/v1/flows/held/cases | {\"name\":\"a\",\"steps\":[null]}",
                "/api/v1/flows/held/cases | {\"name\":\"a\",\"steps\":[{}]}",
                "/api/v1/flows/held/cases |"
                        + " {\"name\":\"a\",\"steps\":[{\"kind\":\"REPLY\",\"text\":\"a\",\"options\":[null]}]}",
                "/api/v1/flows/held/cases |"
                        + " {\"name\":\"a\",\"persona\":[],\"steps\":[{\"kind\":\"SAY\",\"text\":null}]}",
                "/api/v1/flows/held/duplicate | null",
                "/api/v1/flows/held/rollback | null",
            })
    void a_hole_in_a_list_or_a_value_of_the_wrong_kind_is_refused_with_a_problem(String path, String body) {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        shop.call("POST", "/api/v1/flows?key=held", flow("Hello"), "application/xml");

        var answer = shop.call("POST", path, body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static String flow(String text) {
        return new FlowText("held", "hello").says("say", text).ends().toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }
}
