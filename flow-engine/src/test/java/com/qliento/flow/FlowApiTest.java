package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow's way by REST: drafted, checked, published, taken back. */
class FlowApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLOW = "/api/v1/flows/echo";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_draft_is_kept_as_it_came_and_is_not_live() throws Exception {
        var answer = draft("echo", echo());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains(FLOW);
        assertThat(json(answer).path("name").asText()).isEqualTo("Echo");
        assertThat(json(answer).has("liveVersion")).isFalse();
        assertThat(shop.call("GET", FLOW + "/bpmn", "").body()).isEqualTo(echo());
    }

    @Test
    void a_draft_may_have_errors_and_the_check_names_their_elements() throws Exception {
        var draft = draft("echo", echo().replace("value=\"{{ said }}\"", "value=\"{{ 1 + }}\""));
        assertThat(draft.statusCode()).isEqualTo(201);

        var check = json(shop.call("POST", FLOW + "/check", ""));

        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.path("problems").path(0).path("elementId").asText()).isEqualTo("repeat");
        assertThat(check.path("problems").path(0).path("elementName").asText()).isEqualTo("Say it again");
        assertThat(check.path("problems").path(0).path("message").asText()).isNotBlank();
    }

    @Test
    void the_check_speaks_the_language_that_is_asked_for_and_offers_repairs() throws Exception {
        draft("echo", echo().replace("value=\"{{ said }}\"", "value=\"{{ siad }}\""));

        var check = json(shop.callIn("es-MX,es;q=0.9", "POST", FLOW + "/check"));

        assertThat(check.path("problems").path(0).path("message").asText())
                .contains("Nada da un valor a 'siad'. Comprueba cómo está escrito");
        assertThat(check.path("problems").path(0).path("repair").path("kind").asText())
                .isEqualTo("rename");
        assertThat(check.path("problems")
                        .path(0)
                        .path("repair")
                        .path("arguments")
                        .path("to")
                        .asText())
                .isEqualTo("said");
    }

    @Test
    void of_a_file_that_is_too_large_only_the_size_is_seen() throws Exception {
        var refused = draft("echo", " ".repeat(3 * 1024 * 1024));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("problems").path(0).path("code").asText()).isEqualTo("too-large");
    }

    @Test
    void a_flow_with_errors_is_not_published_and_the_answer_says_why() throws Exception {
        draft("echo", echo().replace("value=\"{{ said }}\"", "value=\"{{ 1 + }}\""));

        var refused = shop.call("POST", FLOW + "/publish", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("problems").path(0).path("elementId").asText())
                .isEqualTo("repeat");
        assertThat(json(shop.call("GET", FLOW, "")).has("liveVersion")).isFalse();
        assertThat(json(shop.call("GET", FLOW + "/versions", "")).path("items")).isEmpty();
    }

    @Test
    void what_is_published_gets_the_next_version() throws Exception {
        draft("echo", echo());
        assertThat(json(shop.call("POST", FLOW + "/check", ""))
                        .path("publishable")
                        .asBoolean())
                .isTrue();

        var first = json(shop.call("POST", FLOW + "/publish", ""));
        var second = json(shop.call("POST", FLOW + "/publish", ""));

        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(json(shop.call("GET", FLOW, "")).path("liveVersion").asInt()).isEqualTo(2);
    }

    @Test
    void going_back_publishes_the_old_version_as_a_new_one() throws Exception {
        draft("echo", echo());
        shop.call("POST", FLOW + "/publish", "");
        draft("echo", echo().replace("name=\"Echo\"", "name=\"Later\""));
        shop.call("POST", FLOW + "/publish", "");

        var back = shop.call("POST", FLOW + "/rollback", "{\"version\":1}");

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(json(back).path("version").asInt()).isEqualTo(3);
        assertThat(json(shop.call("GET", FLOW + "/versions", "")).path("items").findValuesAsText("version"))
                .containsExactly("3", "2", "1");
        assertThat(shop.call("GET", FLOW + "/bpmn", "").body()).contains("Later");
    }

    @Test
    void there_is_no_way_back_to_a_version_that_never_was() throws Exception {
        draft("echo", echo());

        assertThat(shop.call("POST", FLOW + "/rollback", "{\"version\":7}").statusCode())
                .isEqualTo(404);
        assertThat(shop.call("POST", FLOW + "/rollback", "{}").statusCode()).isEqualTo(422);
        assertThat(shop.call("POST", FLOW + "/rollback", "{\"version\":\"x\"}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not xml", "<a/>", "<!DOCTYPE a><a/>"})
    void a_file_that_is_no_flow_is_refused_with_a_reason(String file) throws Exception {
        var refused = draft("echo", file);

        assertThat(refused.statusCode()).isIn(400, 422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(shop.call("GET", FLOW, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_over_2_mb_is_refused() throws Exception {
        var refused =
                draft("echo", echo().replace("</bpmn:process>", "<!--" + "x".repeat(2_100_000) + "--></bpmn:process>"));

        assertThat(refused.statusCode()).isIn(413, 422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Echo", "a--b", "-a", "a_b", "%00", "a%2Fb"})
    void a_key_that_cannot_be_used_is_refused(String key) throws Exception {
        assertThat(draft(key, echo()).statusCode()).isEqualTo(422);
    }

    @Test
    void another_organisation_sees_and_changes_nothing_of_it() throws Exception {
        draft("echo", echo());
        shop.call("POST", FLOW + "/publish", "");
        var stranger = OtherOrganisation.in(scene);

        assertThat(json(stranger.call("GET", "/api/v1/flows", "")).path("items"))
                .isEmpty();
        assertThat(stranger.call("GET", FLOW, "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("GET", FLOW + "/bpmn", "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("GET", FLOW + "/versions", "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("POST", FLOW + "/check", "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("POST", FLOW + "/publish", "").statusCode()).isEqualTo(404);
        assertThat(stranger.call("POST", FLOW + "/rollback", "{\"version\":1}").statusCode())
                .isEqualTo(404);
        assertThat(json(shop.call("GET", FLOW, "")).path("liveVersion").asInt()).isEqualTo(1);
    }

    private HttpResponse<String> draft(String key, String bpmn) {
        return shop.call("POST", "/api/v1/flows?key=" + key, bpmn, "application/xml");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String echo() throws IOException {
        try (var file = Objects.requireNonNull(FlowApiTest.class.getResourceAsStream("/flows/echo.bpmn"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
