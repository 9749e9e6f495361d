package com.qliento.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.qliento.organisation.OrganisationId;
import com.qliento.scene.ScenePostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What organisations drew and wrote before drafts of all kinds stood in one place is there afterwards. */
class DraftMigrationTest {

    private static final OrganisationId SHOP = new OrganisationId(UUID.randomUUID());
    private static final UUID ASIDE = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-01-02T13:00:00Z");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(ScenePostgres.newDatabase(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DraftShelf flows = new DraftShelf(jdbc, "flow");
    private final DraftShelf decisions = new DraftShelf(jdbc, "decision");

    @BeforeEach
    void rows_of_before_are_brought_to_today() {
        jdbc.sql("""
                        DO $$ BEGIN CREATE ROLE qliento_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
                        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
                        """).update();
        migrate("102");
        for (String row : BEFORE) {
            jdbc.sql(row)
                    .param("shop", SHOP.value())
                    .param("aside", ASIDE)
                    .param("noon", Timestamp.from(NOON))
                    .param("one", Timestamp.from(ONE))
                    .update();
        }
        migrate("latest");
    }

    private static final List<String> BEFORE =
            List.of("""
            INSERT INTO flow (organisation_id, key, name, draft, draft_at, draft_by, revision, live_version, tags)
            VALUES (:shop, 'tea', 'Tea', 'tea three', :one, 'ana', 3, 2, '{hot}'),
              (:shop, 'old', 'Old', 'old one', :noon, 'ben', 1, NULL, '{}')
            """, "UPDATE flow SET archived_at = :one WHERE key = 'old'", """
            INSERT INTO flow_version
              (organisation_id, flow_key, version, source, definition_id, published_at, published_by, note)
            VALUES (:shop, 'tea', 1, 'tea one', 'definition-1', :noon, 'ana', ''),
              (:shop, 'tea', 2, 'tea two', 'definition-2', :one, 'ben', 'hotter')
            """, """
            INSERT INTO flow_draft_kept (id, organisation_id, flow_key, bpmn, drawn_by, drawn_at)
            VALUES (:aside, :shop, 'tea', 'tea aside', 'ben', :noon)
            """, """
            INSERT INTO flow_case (organisation_id, flow_key, id, name, steps, created_at)
            VALUES (:shop, 'tea', gen_random_uuid(), 'case', '[]', :noon)
            """, """
            INSERT INTO ruleset_decision (organisation_id, key, name, draft, draft_at, draft_by, revision, live_version)
            VALUES (:shop, 'tea', 'Prices', 'prices two', :one, 'ana', 2, 1)
            """, """
            INSERT INTO ruleset_version (organisation_id, key, version, source, published_at, published_by, note)
            VALUES (:shop, 'tea', 1, 'prices one', :noon, 'ana', 'first')
            """, """
            INSERT INTO ruleset_case (organisation_id, key, id, name, inputs, expected, created_at)
            VALUES (:shop, 'tea', gen_random_uuid(), 'case', '{}', '{}', :noon)
            """);

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:com/qliento/database/migration")
                .target(target)
                .load()
                .migrate();
    }

    @Test
    void drafts_keep_name_file_revision_author_and_what_is_live() {
        assertThat(flows.find(SHOP, "tea", false)).hasValueSatisfying(draft -> {
            assertThat(text(draft.content())).isEqualTo("tea three");
            assertThat(draft)
                    .extracting(Draft::name, Draft::revision, Draft::draftBy, Draft::draftAt, Draft::liveVersion)
                    .containsExactly("Tea", 3L, "ana", ONE, 2);
        });
        assertThat(flows.find(SHOP, "old", false))
                .hasValueSatisfying(draft -> assertThat(draft.liveVersion()).isNull());
        assertThat(decisions.find(SHOP, "tea", false)).hasValueSatisfying(draft -> {
            assertThat(text(draft.content())).isEqualTo("prices two");
            assertThat(draft)
                    .extracting(Draft::name, Draft::revision, Draft::draftBy, Draft::draftAt, Draft::liveVersion)
                    .containsExactly("Prices", 2L, "ana", ONE, 1);
        });
    }

    @Test
    void versions_keep_their_numbers_notes_and_authors() {
        assertThat(flows.versions(SHOP, "tea"))
                .extracting(
                        DraftVersion::version,
                        version -> text(version.content()),
                        DraftVersion::publishedBy,
                        DraftVersion::publishedAt,
                        DraftVersion::note)
                .containsExactly(tuple(2, "tea two", "ben", ONE, "hotter"), tuple(1, "tea one", "ana", NOON, ""));
        assertThat(decisions.version(SHOP, "tea", 1)).hasValueSatisfying(version -> {
            assertThat(text(version.content())).isEqualTo("prices one");
            assertThat(version.note()).isEqualTo("first");
        });
        assertThat(jdbc.sql("SELECT definition_id FROM flow_version ORDER BY version")
                        .query(String.class)
                        .list())
                .containsExactly("definition-1", "definition-2");
        assertThat(flows.nextVersion(SHOP, "tea")).isEqualTo(3);
    }

    @Test
    void what_was_put_aside_is_there_to_be_brought_back() {
        var kept = new KeptShelf(jdbc, "flow");

        assertThat(kept.list(SHOP, "tea")).containsExactly(new KeptDraft(ASIDE, "ben", NOON));
        assertThat(kept.content(SHOP, "tea", ASIDE))
                .hasValueSatisfying(file -> assertThat(text(file)).isEqualTo("tea aside"));
    }

    @Test
    void tags_archive_and_test_cases_stay_and_go_with_their_draft() {
        assertThat(jdbc.sql("SELECT key FROM flow WHERE tags = '{hot}' OR archived_at = :one ORDER BY key")
                        .param("one", Timestamp.from(ONE))
                        .query(String.class)
                        .list())
                .containsExactly("old", "tea");
        assertThat(rows("flow_case") + rows("ruleset_case")).isEqualTo(2);

        flows.delete(SHOP, "tea");

        assertThat(rows("flow")).isEqualTo(1);
        assertThat(rows("flow_version") + rows("flow_case") + rows("draft_kept"))
                .isZero();
        assertThat(rows("ruleset_case")).as("of the table with the same key").isEqualTo(1);
        decisions.delete(SHOP, "tea");
        assertThat(rows("ruleset_case") + rows("draft_version")).isZero();
    }

    private int rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
