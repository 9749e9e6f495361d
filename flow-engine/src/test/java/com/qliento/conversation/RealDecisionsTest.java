package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A changed table held against what flows decided. */
class RealDecisionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();

    @Test
    void a_changed_row_names_the_decisions_that_would_come_out_otherwise() throws IOException {
        flow("rerun-row", 10);
        decides("rerun-row", "250");
        decides("rerun-row", "300");
        decides("rerun-row", "50");

        draft("rerun-row", Models.discount(15));
        JsonNode rerun = rerun("rerun-row");

        assertThat(rerun.path("looked").asInt()).isEqualTo(3);
        assertThat(rerun.path("same").asInt()).isEqualTo(1);
        assertThat(rerun.path("changes")).hasSize(1);
        JsonNode change = rerun.at("/changes/0");
        assertThat(change.path("times").asInt()).isEqualTo(2);
        assertThat(change.at("/before/0/row").asInt()).isEqualTo(3);
        assertThat(change.at("/now/0/rule").asText()).isEqualTo("large");
        assertThat(change.path("examples")).hasSize(2);
        String conversation = change.at("/examples/0/conversation").asText();
        assertThat(scene.call("GET", "/api/v1/conversations/" + conversation, "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_draft_as_it_was_published_changes_nothing() throws IOException {
        flow("rerun-same", 10);
        decides("rerun-same", "250");

        JsonNode rerun = rerun("rerun-same");

        assertThat(rerun.path("looked").asInt()).isEqualTo(1);
        assertThat(rerun.path("same").asInt()).isEqualTo(1);
        assertThat(rerun.path("changes")).isEmpty();
    }

    @Test
    void what_the_draft_asks_for_and_nobody_gave_then_is_told() throws IOException {
        flow("rerun-new", 10);
        decides("rerun-new", "250");

        draft(
                "rerun-new",
                Models.discount(10).replace("name=\"kind\"", "name=\"tier\"").replace(">kind<", ">tier<"));
        JsonNode rerun = rerun("rerun-new");

        assertThat(rerun.path("missing").toString()).isEqualTo("[\"tier\"]");
        assertThat(rerun.path("same").asInt()).as("what is null is no failure").isEqualTo(1);
    }

    @Test
    void the_decisions_of_somebody_who_was_erased_are_gone() throws IOException {
        flow("rerun-gone", 10);
        decides("rerun-gone", "250");
        decides("rerun-gone", "300");

        var row = kept("rerun-gone");
        scene.bean(Vault.class)
                .destroySubject(organisation(), new SubjectId(UUID.fromString(String.valueOf(row.get("contact_id")))));
        JsonNode rerun = rerun("rerun-gone");

        assertThat(rerun.path("looked").asInt()).isEqualTo(1);
        assertThat(rerun.path("gone").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_asked_about_lies_sealed() {
        flow("rerun-sealed", 10);
        decides("rerun-sealed", "987654");

        var row = kept("rerun-sealed");

        assertThat(new String((byte[]) row.get("content"), StandardCharsets.ISO_8859_1))
                .doesNotContain("987654", "total");
        row.remove("content");
        assertThat(row.toString()).contains("large").doesNotContain("987654");
    }

    @Test
    void what_was_decided_goes_with_its_table() throws IOException {
        flow("rerun-deleted", 10);
        decides("rerun-deleted", "250");
        scene.call("POST", "/api/v1/flows/rerun-deleted/archive", "");
        scene.call("DELETE", "/api/v1/flows/rerun-deleted", "");
        assertThat(scene.call("DELETE", "/api/v1/decisions/rerun-deleted", "").statusCode())
                .isEqualTo(204);

        draft("rerun-deleted", Models.discount(10));

        assertThat(rerun("rerun-deleted").path("looked").asInt()).isZero();
    }

    @Test
    void a_draft_with_errors_or_a_count_out_of_bounds_is_refused() {
        draft("rerun-broken", Models.discount(10).replace("&lt; 100", "&lt; &lt;"));

        assertThat(scene.call("POST", "/api/v1/decisions/rerun-broken/rerun", "")
                        .body())
                .contains("decision-has-errors");
        assertThat(scene.call("POST", "/api/v1/decisions/rerun-broken/rerun?last=0", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(scene.call("POST", "/api/v1/decisions/rerun-broken/rerun?last=many", "")
                        .statusCode())
                .isBetween(400, 422);
    }

    private void flow(String key, int percent) {
        draft(key, Models.discount(percent));
        assertThat(scene.call("POST", "/api/v1/decisions/" + key + "/publish", "")
                        .statusCode())
                .isEqualTo(200);
        new FlowText(key, key)
                .asks("q", "question", "Total?", "name", "total")
                .decides("d", "decision", key, "name", "offer", "inputs", "total = number(total)\nkind = \"new\"")
                .says("said", "{{ offer.percent }} percent")
                .ends()
                .publish(scene);
    }

    private void draft(String key, String dmn) {
        scene.send(scene.request("POST", "/api/v1/decisions?key=" + key, dmn, "application/xml")
                .build());
    }

    private void decides(String flow, String total) {
        String customer = Scene.newCustomer();
        scene.says(customer, flow);
        scene.says(customer, total);
        scene.hears(customer, 2);
    }

    private JsonNode rerun(String key) throws IOException {
        return JSON.readTree(scene.call("POST", "/api/v1/decisions/" + key + "/rerun?last=100", "")
                .body());
    }

    private Map<String, Object> kept(String key) {
        return scene.bean(OrganisationScope.class).in(organisation(), () -> scene.jdbc()
                .sql("SELECT * FROM ruleset_decided WHERE key = ? ORDER BY recorded_at LIMIT 1")
                .param(key)
                .query()
                .singleRow());
    }

    private OrganisationId organisation() {
        return OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    }
}
