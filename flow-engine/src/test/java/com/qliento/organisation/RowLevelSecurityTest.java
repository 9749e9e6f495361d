package com.qliento.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The database itself keeps organisations apart, whatever a query forgets. */
class RowLevelSecurityTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);

    @BeforeEach
    void the_demo_has_rows() throws Exception {
        try (var flow = Objects.requireNonNull(getClass().getResourceAsStream("/flows/echo.bpmn"))) {
            scene.publish("echo", new String(flow.readAllBytes(), StandardCharsets.UTF_8));
        }
        var customer = Scene.newCustomer();
        scene.says(customer, "anything");
        scene.hears(customer, 1);
    }

    @Test
    void the_application_owns_no_table_and_passes_no_policy() {
        assertThat(scene.jdbc().sql("SELECT current_user").query(String.class).single())
                .isEqualTo("qliento_app");
        assertThat(scene.jdbc().sql("""
                        SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'qliento_app'
                        """).query(Boolean.class).single()).isFalse();
        assertThat(scene.jdbc()
                        .sql("SELECT count(*) FROM pg_tables WHERE tableowner = 'qliento_app'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_table_of_an_organisation_has_a_policy() {
        assertThat(scene.jdbc().sql("""
                        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                          AND a.attname = 'organisation_id' AND NOT c.relrowsecurity AND NOT c.relispartition
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void without_an_organisation_no_row_is_seen() {
        assertThat(tables()).hasSizeGreaterThan(10);
        assertThat(tables()).allSatisfy(table -> assertThat(count(table)).isZero());
    }

    @Test
    void with_a_foreign_organisation_no_row_is_seen() {
        scope.run(new OrganisationId(UUID.randomUUID()), () -> assertThat(tables())
                .allSatisfy(table -> assertThat(count(table)).isZero()));
    }

    @Test
    void with_its_own_organisation_its_rows_are_seen() {
        var filled = new ArrayList<String>();
        scope.run(
                DEMO, () -> tables().stream().filter(table -> count(table) > 0).forEach(filled::add));

        assertThat(filled)
                .contains(
                        "channel",
                        "contact",
                        "contact_identity",
                        "conversation",
                        "draft",
                        "draft_version",
                        "flow",
                        "flow_version",
                        "inbox_message",
                        "organisation",
                        "organisation_api_key",
                        "outbox_message");
    }

    @Test
    void the_organisation_is_forgotten_with_its_transaction() {
        scope.run(DEMO, () -> assertThat(count("draft")).isPositive());

        for (int i = 0; i < 30; i++) {
            assertThat(count("draft")).isZero();
        }
    }

    @Test
    void a_row_of_a_foreign_organisation_is_refused() {
        var other = OtherOrganisation.in(scene).id();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scope.run(other, () -> scene.jdbc()
                        .sql(
                                "INSERT INTO draft (organisation_id, kind, key, name, content, draft_at, draft_by) VALUES (?, 'flow', 'x', 'x', '', now(), '')")
                        .param(DEMO.value())
                        .update()))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void a_row_cannot_be_given_to_a_foreign_organisation_nor_taken_from_it() {
        var other = OtherOrganisation.in(scene).id();

        scope.run(other, () -> assertThat(
                        scene.jdbc().sql("UPDATE draft SET name = 'x'").update()
                                + scene.jdbc().sql("DELETE FROM inbox_queue").update())
                .isZero());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scope.run(DEMO, () -> scene.jdbc()
                        .sql("UPDATE conversation SET organisation_id = ?")
                        .param(other.value())
                        .update()))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void no_table_of_an_organisation_can_be_reached_by_its_partitions() {
        var partitions = scene.jdbc().sql("""
                        SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'inbox%'
                        """).query(String.class).list();

        assertThat(partitions).isNotEmpty().allSatisfy(partition -> assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> count(partition))
                .havingRootCause()
                .withMessageContaining("permission denied"));
    }

    /** Ours: whatever is in the schema but Camunda's, Flyway's and partitions. */
    private List<String> tables() {
        return scene.jdbc().sql("""
                        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                          AND NOT relispartition AND relname NOT LIKE 'act\\_%' AND relname <> 'flyway_schema_history'
                        ORDER BY 1
                        """).query(String.class).list();
    }

    private long count(String table) {
        return scene.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
