package com.qliento.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** May I, for this purpose? */
class GateTest {

    private final Scene scene = Scene.shared();
    private final ConsentScene ana = ConsentScene.somebody();

    @ParameterizedTest
    @CsvSource({
        "SERVICE, ALLOWED",
        "MARKETING, NO_CONSENT",
        "AI_REPLIES, ALLOWED",
        "AI_TRAINING, NO_CONSENT",
        "PROFILING, NO_CONSENT",
        "ANALYTICS, ALLOWED",
    })
    void when_nothing_was_said_it_hangs_on_what_the_purpose_stands_on(Purpose purpose, Permit permit) {
        assertThat(ana.mayI(purpose)).isEqualTo(permit);
    }

    @Test
    void what_was_said_last_decides_whenever_it_was_written_down() {
        ana.given("marketing");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);
        ana.withdrawn("marketing");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.WITHDRAWN);

        ana.does(
                "POST",
                "/consents",
                "{'contact':'$','purposes':['marketing'],'wording':'Long ago','at':'2020-01-01T00:00:00Z'}");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.WITHDRAWN);
        ana.does(
                "POST", "/consents", "{'contact':'$','purposes':['marketing'],'event':'requested','wording':'Again?'}");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.WITHDRAWN);
        ana.does("POST", "/consents", "{'contact':'$','purposes':['ai-replies'],'event':'refused'}");
        assertThat(ana.mayI(Purpose.AI_REPLIES)).isEqualTo(Permit.REFUSED);
        assertThat(ana.mayI(Purpose.PROFILING)).isEqualTo(Permit.NO_CONSENT);
    }

    @Test
    void a_restriction_closes_everything_and_opens_it_again_when_it_is_lifted() {
        ana.given("marketing");

        assertThat(ana.restricted(true).path("restricted").asBoolean()).isTrue();
        ana.restricted(true);

        assertThat(Purpose.values()).allMatch(purpose -> ana.mayI(purpose) == Permit.RESTRICTED);
        var lifted = ana.restricted(false);
        assertThat(lifted.path("restricted").asBoolean()).isFalse();
        assertThat(lifted.path("history")).hasSize(1);
        assertThat(lifted.at("/history/0/reason").asText()).isEqualTo("They dispute their address.");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);
    }

    @Test
    void an_objection_to_marketing_is_absolute_and_goes_only_by_the_person() {
        ana.given("marketing");
        var path = "/privacy/people/" + ana.id() + "/objections";
        var objection = ana.does("POST", path, "{'purpose':'marketing','reason':'ConsentStatement so.'}")
                .path("id")
                .asText();
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.OBJECTED);
        assertThat(ana.mayI(Purpose.SERVICE)).isEqualTo(Permit.ALLOWED);

        var weighed = ana.call("POST", path + "/" + objection + "/lift", "{'reason':'We need the money.'}");

        assertThat(weighed.statusCode()).isEqualTo(409);
        assertThat(ConsentScene.json(weighed).path("type").asText()).endsWith(":objection-absolute");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.OBJECTED);
        ana.does("POST", path + "/" + objection + "/lift", "{'bySubject':true,'reason':'They want it again.'}");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);
    }

    @Test
    void who_agrees_after_they_objected_has_changed_their_mind() {
        ana.does(
                "POST",
                "/privacy/people/" + ana.id() + "/objections",
                "{'purpose':'marketing','reason':'ConsentStatement so.'}");
        scene.passes(Duration.ofSeconds(1));

        ana.given("marketing");

        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);
    }

    @Test
    void what_stands_on_a_contract_cant_be_objected_to_and_a_reason_is_needed() {
        var path = "/privacy/people/" + ana.id() + "/objections";

        assertThat(List.of("{'purpose':'service','reason':'x'}", "{'purpose':'marketing','reason':' '}"))
                .allMatch(body -> ana.call("POST", path, body).statusCode() == 422);
        assertThat(ana.call("PUT", "/privacy/people/" + ana.id() + "/restriction", "{'restricted':true}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ana.call("POST", path + "/" + UUID.randomUUID() + "/lift", "{'reason':'x'}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_turns_out_to_be_one_person_is_asked_as_one() {
        var bea = ConsentScene.somebody();
        bea.withdrawn("ai-replies");
        ana.does(
                "POST",
                "/privacy/people/" + ana.id() + "/objections",
                "{'purpose':'analytics','reason':'ConsentStatement so.'}");
        ana.restricted(true);
        var first = ana.contact();

        scene.post(Webhooks.body(List.of(Webhooks.changedNumber(scene.clock().instant(), ana.phone(), bea.phone()))));

        await().until(() -> ana.id().equals(bea.id()));
        assertThat(bea.mayI(Purpose.SERVICE)).isEqualTo(Permit.RESTRICTED);
        ana.restricted(false);
        assertThat(bea.mayI(Purpose.AI_REPLIES)).isEqualTo(Permit.WITHDRAWN);
        assertThat(bea.mayI(Purpose.ANALYTICS)).isEqualTo(Permit.OBJECTED);
        assertThat(ana.does("GET", "/consents?contact=" + first.value(), "").path("items"))
                .hasSize(1);
    }
}
