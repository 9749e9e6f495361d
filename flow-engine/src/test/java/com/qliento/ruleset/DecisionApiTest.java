package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision's way by REST: drafted, checked, published, evaluated, taken back. */
class DecisionApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DISCOUNT = "/api/v1/decisions/discount";
    private static final String VIP = "{\"inputs\":{\"total\":250,\"kind\":\"vip\"}}";
    private static final String LARGE = "{\"inputs\":{\"total\":250,\"kind\":\"new\"}}";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_draft_is_kept_as_it_came_and_decides_only_when_asked_as_a_draft() {
        var answer = draft(Models.discount(10));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains(DISCOUNT);
        assertThat(json(answer).path("name").asText()).isEqualTo("Discount");
        assertThat(shop.call("GET", DISCOUNT + "/dmn", "").body()).isEqualTo(Models.discount(10));
        assertThat(problem(shop.call("POST", DISCOUNT + "/evaluate", VIP))).isEqualTo("decision-not-published");
        assertThat(json(shop.call("POST", DISCOUNT + "/evaluate", VIP.replace("}}", "},\"draft\":true}")))
                        .at("/values/discount/percent")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void a_published_version_decides_until_another_is_published_and_again_when_it_is_taken_back() {
        draft(Models.discount(10));
        assertThat(json(shop.call("POST", DISCOUNT + "/publish", "{\"note\":\"first\"}"))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(percent(LARGE)).isEqualTo(10);

        draft(Models.discount(15));
        assertThat(percent(LARGE)).as("a draft decides nothing").isEqualTo(10);
        shop.call("POST", DISCOUNT + "/publish", "");
        assertThat(percent(LARGE)).isEqualTo(15);
        assertThat(percent(LARGE.replace("}}", "},\"version\":1}"))).isEqualTo(10);

        shop.call("POST", DISCOUNT + "/rollback", "{\"version\":1}");
        assertThat(percent(LARGE)).isEqualTo(10);
        assertThat(json(shop.call("GET", DISCOUNT + "/versions", "")).path("items"))
                .hasSize(3);
    }

    @Test
    void an_evaluation_tells_which_row_matched() {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");

        var decided = json(shop.call("POST", DISCOUNT + "/evaluate", VIP));

        assertThat(decided.at("/rows/0/rule").asText()).isEqualTo("vip");
        assertThat(decided.at("/rows/0/row").asInt()).isEqualTo(2);
        assertThat(decided.path("problems")).isEmpty();
    }

    @Test
    void a_decision_with_errors_is_kept_checked_and_not_published() {
        assertThat(draft(Models.overlapping()).statusCode()).isEqualTo(201);

        var check = json(shop.callIn("es", "POST", DISCOUNT + "/check"));
        var refused = shop.call("POST", DISCOUNT + "/publish", "");

        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.at("/problems/0/message").asText())
                .isEqualTo(
                        "'discount', fila 3: Se cumple a la vez que la fila 2, por ejemplo con total >= 100, kind = \"vip\"."
                                + " La política Unique permite una fila.");
        assertThat(check.at("/problems/0/elementId").asText()).isEqualTo("large");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("decision-has-errors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"inputs\":{\"total\":5}} | Nothing was given for 'kind'",
                "{\"inputs\":{\"total\":\"much\",\"kind\":\"vip\"}} | 'total' has to be a number",
                "{\"inputs\":{\"total\":5,\"kind\":\"vip\",\"colour\":1}} | does not ask for 'colour'",
                "{\"inputs\":{\"total\":5,\"kind\":null},\"decisions\":[\"price\"]} | no decision named 'price'"
            })
    void inputs_that_do_not_fit_are_refused_with_what_to_do(String body, String words) {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");

        var answer = shop.call("POST", DISCOUNT + "/evaluate", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("decision-inputs");
        assertThat(json(answer).path("detail").asText()).contains(words.strip());
    }

    @Test
    void a_value_that_is_not_known_is_null() {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");

        assertThat(percent("{\"inputs\":{\"total\":5,\"kind\":null}}")).isZero();
    }

    @Test
    void a_file_that_is_no_decision_is_refused_and_nothing_is_kept() {
        var answer = draft("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><definitions/>");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("decision-unreadable");
        assertThat(shop.call("GET", DISCOUNT, "").statusCode()).isEqualTo(404);
    }

    @Test
    void two_who_draw_at_once_do_not_write_over_each_other() {
        var first = draft(Models.discount(10));
        var tag = first.headers().firstValue("ETag").orElseThrow();
        draft(Models.discount(11));

        var late =
                shop.callIfMatch(tag, "POST", "/api/v1/decisions?key=discount", Models.discount(12), "application/xml");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(problem(late)).isEqualTo("decision-changed");
        assertThat(shop.call("GET", DISCOUNT + "/dmn", "").body()).isEqualTo(Models.discount(11));
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");
        var other = OtherOrganisation.in(scene);

        assertThat(other.call("GET", DISCOUNT, "").statusCode()).isEqualTo(404);
        assertThat(other.call("POST", DISCOUNT + "/evaluate", VIP).statusCode()).isEqualTo(404);
        assertThat(json(other.call("GET", "/api/v1/decisions", "")).path("items"))
                .isEmpty();
    }

    @Test
    void a_decision_is_deleted_unless_a_flow_decides_by_it() {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");
        var flow = new FlowText("asks", "asks")
                .decides("d", "decision", "discount", "name", "offer", "inputs", "total = 5\nkind = \"new\"")
                .ends();
        shop.call("POST", "/api/v1/flows?key=asks", flow.toString(), "application/xml");

        var refused = shop.call("DELETE", DISCOUNT, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("decision-in-use");
        assertThat(json(shop.call("GET", DISCOUNT + "/uses", "")).at("/0/key").asText())
                .isEqualTo("asks");
        shop.call("DELETE", "/api/v1/flows/asks", "");
        assertThat(shop.call("DELETE", DISCOUNT, "").statusCode()).isEqualTo(204);
        assertThat(shop.call("GET", DISCOUNT, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_decision_made_anew_under_an_old_key_decides_as_the_new_one() {
        draft(Models.discount(10));
        shop.call("POST", DISCOUNT + "/publish", "");
        assertThat(percent(LARGE)).isEqualTo(10);
        shop.call("DELETE", DISCOUNT, "");

        draft(Models.discount(33));
        shop.call("POST", DISCOUNT + "/publish", "");

        assertThat(percent(LARGE)).isEqualTo(33);
    }

    @Test
    void a_decision_knows_the_day() {
        shop.call("POST", "/api/v1/decisions?key=today", Models.today(), "application/xml");

        var decided = json(shop.call("POST", "/api/v1/decisions/today/evaluate", "{\"draft\":true}"));

        assertThat(decided.at("/values/day").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private int percent(String body) {
        return json(shop.call("POST", DISCOUNT + "/evaluate", body))
                .at("/values/discount/percent")
                .asInt(-1);
    }

    private HttpResponse<String> draft(String dmn) {
        return shop.call("POST", "/api/v1/decisions?key=discount", dmn, "application/xml");
    }

    private static String problem(HttpResponse<String> answer) {
        return json(answer).path("type").asText().replaceFirst("^.*:", "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }
}
