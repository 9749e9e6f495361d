package com.qliento.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.SendLimits;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's rules and an organisation's limits by REST. */
class PolicyApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIMITS = "/api/v1/policies/send";
    private static final String PLATFORM =
            "{\"zone\":\"Z\",\"utilityNeedsConsent\":false," + "\"yellowHoldsMarketing\":false,\"marginMinutes\":0}";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void every_rule_is_told_with_its_policy_sentence_and_source_and_whether_it_decides() {
        var answer = shop.callIn("en", "GET", "/api/v1/policies");

        var items = json(answer).path("items");
        assertThat(items).hasSize(scene.bean(Policies.class).rules().size());
        assertThat(rule(items, "send.window"))
                .hasToString("{\"id\":\"send.window\",\"policy\":\"send\","
                        + "\"sentence\":\"outside the 24-hour window\","
                        + "\"source\":\"WhatsApp messaging policy\",\"inForce\":true}");
        assertThat(rule(items, "send.consent.marketing").path("inForce").asBoolean())
                .as("there are no templates yet")
                .isFalse();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=3600, private");
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept-Language");
    }

    @ParameterizedTest
    @CsvSource({
        "es-ES, es, fuera de la ventana de 24 horas",
        "'fr,pt;q=0.5', pt, fora da janela de 24 horas",
        "'de', en, outside the 24-hour window",
        "'!?', en, outside the 24-hour window"
    })
    void rules_are_told_in_the_readers_language(String asked, String language, String sentence) {
        var answer = shop.callIn(asked, "GET", "/api/v1/policies");

        assertThat(answer.headers().firstValue("Content-Language")).contains(language);
        assertThat(rule(json(answer).path("items"), "send.window")
                        .path("sentence")
                        .asText())
                .isEqualTo(sentence);
    }

    @Test
    void an_organisation_that_said_nothing_sends_as_the_platform_does() {
        assertThat(shop.call("GET", LIMITS, "").body()).isEqualTo(PLATFORM);
    }

    @Test
    void terms_are_kept_for_the_organisation_alone_and_what_is_left_out_is_the_platforms() {
        var all = "{\"zone\":\"Europe/Madrid\",\"quietFrom\":\"22:00\",\"quietTo\":\"08:30\","
                + "\"utilityNeedsConsent\":true,\"yellowHoldsMarketing\":true,\"marginMinutes\":15}";

        assertThat(shop.call("PUT", LIMITS, all).body()).isEqualTo(all);

        assertThat(shop.call("GET", LIMITS, "").body()).isEqualTo(all);
        assertThat(OtherOrganisation.in(scene).call("GET", LIMITS, "").body()).isEqualTo(PLATFORM);
        assertThat(shop.call("PUT", LIMITS, "{}").body()).isEqualTo(PLATFORM);
    }

    @Test
    void a_term_that_would_loosen_the_platforms_rules_is_refused_and_changes_nothing() {
        shop.call("PUT", LIMITS, "{\"marginMinutes\":5}");

        var answer = shop.call("PUT", LIMITS, "{\"marginMinutes\":-1}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:qliento:problem:policy-loosened");
        assertThat(json(answer).path("rule").asText()).isEqualTo("send.window");
        assertThat(json(shop.call("GET", LIMITS, "")).path("marginMinutes").asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"marginMinutes\":121} | marginMinutes",
                "{\"quietFrom\":\"22:00\",\"zone\":\"Europe/Madrid\"} | quietTo",
                "{\"quietTo\":\"08:00\",\"zone\":\"Europe/Madrid\"} | quietFrom",
                "{\"quietFrom\":\"25:00\",\"quietTo\":\"08:00\"} | quietFrom",
                "{\"quietFrom\":\"8:00\",\"quietTo\":\"09:00\"} | quietFrom",
                "{\"quietFrom\":\"08:00\",\"quietTo\":\"08:00\",\"zone\":\"Europe/Madrid\"} | quietTo",
                "{\"quietFrom\":\"22:00\",\"quietTo\":\"08:00\"} | zone",
                "{\"zone\":\"Atlantis\"} | zone",
                "{\"zone\":\"+99:00\"} | zone"
            })
    void a_term_that_can_not_be_used_is_refused_by_its_name(String body, String field) {
        var answer = shop.call("PUT", LIMITS, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("field").asText()).isEqualTo(field);
        assertThat(json(answer).path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"marginMinutes\":\"soon\"}", "{\"marginMinutes\":99999999999}", "[]", "{", "'null'", "''"})
    void a_body_that_is_no_limits_is_refused(String body) {
        assertThat(shop.call("PUT", LIMITS, body).statusCode()).isEqualTo(400);
    }

    @Test
    void another_nodes_change_reaches_this_one() {
        var inForce = scene.bean(SendLimitsInForce.class);
        assertThat(inForce.of(shop.id())).isEqualTo(ZonedSendLimits.PLATFORM);
        assertThat(inForce.known(shop.id())).contains(ZonedSendLimits.PLATFORM);
        var strict = new ZonedSendLimits(new SendLimits(null, null, true, false, 7), ZoneId.of("America/Lima"));

        scene.bean(OrganisationScope.class).run(shop.id(), () -> scene.bean(SendLimitsStore.class)
                .save(shop.id(), strict, "another node", scene.clock().instant()));

        await().atMost(Duration.ofSeconds(15)).until(() -> inForce.of(shop.id()).equals(strict));
    }

    private static JsonNode rule(JsonNode items, String id) {
        for (var item : items) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no rule " + id);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }
}
