package com.qliento.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** The ledger of what people agreed to. */
class ConsentLedgerTest {

    private final Scene scene = Scene.shared();
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final ConsentScene ana = ConsentScene.somebody();

    @Test
    void a_record_has_what_was_shown_its_hash_and_all_that_happened() throws Exception {
        var given = ana.does("POST", "/consents", """
                {'contact':'$','purposes':['marketing','profiling'],'wording':'¿Ofertas?','language':'es','noticeId':'privacy',
                'noticeVersion':'3','jurisdiction':'ES','channel':'web-form','evidence':{'form':'17'}}""");
        ana.withdrawn("marketing");

        var record = records().get(0);
        assertThat(record.path("id")).isEqualTo(given.path("id"));
        assertThat(record.path("schema").asText()).isEqualTo("iso-27560:2023/1");
        assertThat(record.path("wordingSha256").asText()).isEqualTo(sha256("¿Ofertas?"));
        assertThat(List.of("wording", "language", "noticeId", "noticeVersion", "jurisdiction"))
                .extracting(name -> record.path(name).asText())
                .containsExactly("¿Ofertas?", "es", "privacy", "3", "ES");
        assertThat(record.path("events"))
                .extracting(one ->
                        one.path("event").asText() + " " + one.path("purpose").asText())
                .containsExactly("given marketing", "given profiling", "withdrawn marketing");
        assertThat(record.at("/events/0/evidence/form").asText()).isEqualTo("17");
        assertThat(record.at("/events/0/byKind").asText()).isEqualTo("key");
        assertThat(records()).hasSize(1);
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_stands_in_the_ledger() {
        ana.given("marketing");

        for (var statement : List.of(
                "UPDATE consent_event SET event = 'given'",
                "DELETE FROM consent_event",
                "UPDATE consent_record SET language = 'xx'",
                "DELETE FROM consent_record",
                "DELETE FROM consent_limit")) {
            assertThatThrownBy(() -> scope.run(
                            ConsentScene.DEMO, () -> scene.jdbc().sql(statement).update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_is_personal_lies_sealed_and_is_handed_out_with_what_else_is_kept_of_them() {
        ana.does(
                "POST",
                "/consents",
                "{'contact':'$','purposes':['marketing'],'wording':'CANARY-words','evidence':{'id':'CANARY-proof'}}");
        ana.restricted(true);

        var handedOut = new ArrayList<PersonalRecord>();
        var family = new Family(ConsentScene.DEMO, List.of(ana.contact().subject()));
        scene.bean(ConsentPersonalData.class).export(family, handedOut::add);

        assertThat(handedOut).extracting(PersonalRecord::kind).containsExactly("consent", "restriction");
        assertThat(handedOut.get(0).values().toString()).contains("CANARY-words", "CANARY-proof");
        assertThat(handedOut.get(1).values().toString()).contains("They dispute their address.");
        var rows = scope.in(
                ConsentScene.DEMO, () -> scene.jdbc().sql("""
                        SELECT shown FROM consent_record UNION ALL SELECT evidence FROM consent_event
                        UNION ALL SELECT reason FROM consent_limit
                        """).query((row, n) -> row.getBytes(1)).list().stream()
                        .flatMap(Stream::ofNullable)
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .toList());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("CANARY") || row.contains("dispute"));
    }

    @Test
    void all_of_somebody_goes_at_once_and_nothing_of_anybody_else() {
        var bea = ConsentScene.somebody();
        ana.given("marketing");
        ana.restricted(true);
        ana.restricted(false);
        bea.given("marketing");
        var contact = ana.contact().value();

        var store = scene.bean(ConsentPersonalData.class);
        var family = new Family(ConsentScene.DEMO, List.of(new SubjectId(contact)));

        assertThat(store.count(family))
                .isEqualTo(Map.of("consent_event", 1L, "consent_record", 1L, "consent_limit", 2L));
        store.erase(family);

        assertThat(store.count(family).values()).allMatch(rows -> rows == 0);
        assertThat(records()).isEmpty();
        assertThat(bea.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);
        var elsewhere = OtherOrganisation.in(scene).id();
        var beas = bea.contact().value();
        assertThat(scope.in(elsewhere, () -> scene.bean(ConsentLedger.class).forget(beas)))
                .isZero();
    }

    @Test
    void what_was_given_for_a_time_is_over_at_its_instant_and_is_noted_once() {
        var until = scene.clock().instant().plus(Duration.ofMinutes(10));
        ana.does(
                "POST",
                "/consents",
                "{'contact':'$','purposes':['marketing'],'wording':'For a while?','until':'" + until + "'}");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.ALLOWED);

        scene.passes(Duration.ofMinutes(10));

        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.EXPIRED);
        scene.bean(ConsentSweep.class).sweep();
        scene.bean(ConsentSweep.class).sweep();
        assertThat(records().get(0).path("events"))
                .extracting(one -> one.path("event").asText())
                .containsExactly("given", "expired");
        assertThat(ana.mayI(Purpose.MARKETING)).isEqualTo(Permit.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contact   | {'purposes':['marketing'],'wording':'x'}",
                "purposes  | {'contact':'$','wording':'x'}",
                "purposes  | {'contact':'$','purposes':['fun'],'wording':'x'}",
                "wording   | {'contact':'$','purposes':['marketing']}",
                "event     | {'contact':'$','purposes':['marketing'],'event':'withdrawn'}",
                "at        | {'contact':'$','purposes':['marketing'],'wording':'x','at':'2999-01-01T00:00:00Z'}",
                "until     | {'contact':'$','purposes':['marketing'],'wording':'x','until':'1999-01-01T00:00:00Z'}",
                "until     | {'contact':'$','purposes':['marketing'],'event':'refused','until':'2999-01-01T00:00:00Z'}",
                "language  | {'contact':'$','purposes':['marketing'],'wording':'x','language':'the best'}",
                "channel   | {'contact':'$','purposes':['marketing'],'wording':'x','channel':'a b'}",
                "evidence  | {'contact':'$','purposes':['marketing'],'evidence':{'a':null}}",
                "record    | {'contact':'$','purposes':['marketing'],'record':'0190c8a0-0000-7000-8000-000000000000'}",
            })
    void what_cant_be_used_is_refused_by_its_field_and_nothing_is_noted(String field, String body) {
        var answer = ana.call("POST", "/consents", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ConsentScene.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(records()).isEmpty();
    }

    @Test
    void nobody_elses_people_are_read_or_written() {
        var other = OtherOrganisation.in(scene);
        var record = ana.given("marketing").path("id").asText();

        assertThat(other.call("GET", "/api/v1/consents?contact=" + ana.id(), "").statusCode())
                .isEqualTo(404);
        assertThat(other.call("GET", "/api/v1/consents/" + record, "").statusCode())
                .isEqualTo(404);
        assertThat(other.call(
                                "POST",
                                "/api/v1/consents/withdrawal",
                                "{\"contact\":\"" + ana.id() + "\",\"purposes\":[\"marketing\"]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ana.call("GET", "/consents?contact=" + UUID.randomUUID(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void each_act_is_noted_in_the_audit_without_whom_it_is_about() {
        var record = ana.given("marketing").path("id").asText();
        ana.withdrawn("marketing");

        var noted = ana.does("GET", "/audit?about=" + record, "").path("items");
        assertThat(noted)
                .extracting(one -> one.path("action").asText())
                .contains("consent.recorded", "consent.withdrawn");
        assertThat(noted.toString()).doesNotContain(ana.id(), ana.phone());
    }

    private JsonNode records() {
        return ana.does("GET", "/consents?contact=" + ana.id(), "").path("items");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
