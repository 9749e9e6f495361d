package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases of a decision: kept, run, told apart. */
class DecisionCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASES = "/api/v1/decisions/discount/cases";
    private static final String VIP = """
        {"name":"a vip","inputs":{"total":250,"kind":"vip"},
         "expected":{"discount":{"percent":20.0,"reason":"vip"}}}\
        """;
    private static final String LARGE = """
        {"name":"large","inputs":{"total":250,"kind":"new"},
         "expected":{"discount":{"percent":10,"reason":"large order"}}}\
        """;

    private final OtherOrganisation shop = OtherOrganisation.in(Scene.shared());

    @BeforeEach
    void a_draft() {
        draft(10);
    }

    @Test
    void a_case_passes_while_the_draft_decides_as_it_says_and_names_what_it_got_when_not() {
        shop.call("POST", CASES, VIP);
        shop.call("POST", CASES, LARGE);
        assertThat(json(shop.call("POST", CASES + "/run", "")).path("passed").asBoolean())
                .isTrue();

        draft(15);
        JsonNode run = json(shop.call("POST", CASES + "/run", ""));

        assertThat(run.path("passed").asBoolean()).isFalse();
        assertThat(run.at("/cases/0/passed").asBoolean()).isTrue();
        assertThat(run.at("/cases/1/passed").asBoolean()).isFalse();
        assertThat(run.at("/cases/1/got/discount/percent").asInt()).isEqualTo(15);
    }

    @Test
    void rows_that_no_case_reaches_are_told() {
        shop.call("POST", CASES, VIP);

        JsonNode untested = json(shop.call("POST", CASES + "/run", "")).path("untested");

        assertThat(StreamSupport.stream(untested.spliterator(), false)
                        .map(row -> row.path("row").asInt()))
                .containsExactly(1, 3);
    }

    @Test
    void a_case_is_deleted_and_goes_with_its_decision() {
        String id = json(shop.call("POST", CASES, VIP)).path("id").asText();

        assertThat(shop.call("DELETE", CASES + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(shop.call("DELETE", CASES + "/" + id, "").statusCode()).isEqualTo(404);
        shop.call("POST", CASES, VIP);
        assertThat(shop.call("DELETE", "/api/v1/decisions/discount", "").statusCode())
                .isEqualTo(204);
        draft(10);
        assertThat(json(shop.call("GET", CASES, "")).path("items")).isEmpty();
    }

    @Test
    void a_draft_whose_cases_fail_is_not_published_unless_somebody_wants_it_anyway() {
        shop.call("POST", CASES, VIP);
        shop.call("POST", CASES, LARGE);
        draft(15);

        HttpResponse<String> refused = shop.call("POST", "/api/v1/decisions/discount/publish", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("type").asText()).endsWith("decision-cases-fail");
        assertThat(json(refused).path("cases")).hasSize(1);
        assertThat(json(refused).at("/cases/0/test/name").asText()).isEqualTo("large");
        assertThat(json(shop.call("GET", "/api/v1/decisions/discount", ""))
                        .path("liveVersion")
                        .asInt())
                .isZero();
        assertThat(shop.call("POST", "/api/v1/decisions/discount/publish?anyway=true", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_draft_whose_cases_pass_is_published_and_one_with_errors_says_those() {
        shop.call("POST", CASES, LARGE);

        assertThat(shop.call("POST", "/api/v1/decisions/discount/publish", "").statusCode())
                .isEqualTo(200);
        shop.call("POST", "/api/v1/decisions?key=discount", Models.overlapping(), "application/xml");
        assertThat(json(shop.call("POST", "/api/v1/decisions/discount/publish", ""))
                        .path("type")
                        .asText())
                .endsWith("decision-has-errors");
    }

    @Test
    void a_case_without_a_name_is_refused() {
        HttpResponse<String> answer = shop.call("POST", CASES, VIP.replace("a vip", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private void draft(int percent) {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(percent), "application/xml");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }
}
