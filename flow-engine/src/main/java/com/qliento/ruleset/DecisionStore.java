package com.qliento.ruleset;

import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of decisions and their versions; inside a transaction of the organisation. */
@Component
class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is saved: the model's name, its file, when and by whom. */
    record Drawing(String name, byte[] dmn, Instant at, String by) {

        @Override
        public String toString() {
            return "Drawing";
        }
    }

    /** Gives whether that changed anything. */
    boolean saveDraft(OrganisationId organisation, String key, Drawing drawing) {
        return jdbc.sql("""
                        INSERT INTO ruleset_decision (organisation_id, key, name, draft, draft_at, draft_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id, key) DO UPDATE
                          SET name = excluded.name, draft = excluded.draft, draft_at = excluded.draft_at,
                            draft_by = excluded.draft_by, revision = ruleset_decision.revision + 1
                          WHERE ruleset_decision.draft <> excluded.draft
                        """)
                        .param(organisation.value())
                        .param(key)
                        .param(drawing.name())
                        .param(drawing.dmn())
                        .param(drawing.at().atOffset(ZoneOffset.UTC))
                        .param(drawing.by())
                        .update()
                > 0;
    }

    Optional<DecisionDraft> find(OrganisationId organisation, String key, boolean lock) {
        return jdbc.sql("SELECT * FROM ruleset_decision WHERE organisation_id = ? AND key = ?"
                        + (lock ? " FOR UPDATE" : ""))
                .param(organisation.value())
                .param(key)
                .query(DecisionStore::draft)
                .optional();
    }

    List<DecisionDraft> page(OrganisationId organisation, @Nullable String after, int size) {
        return jdbc.sql("""
                        SELECT * FROM ruleset_decision
                        WHERE organisation_id = ? AND (?::text IS NULL OR key > ?) ORDER BY key LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query(DecisionStore::draft)
                .list();
    }

    /** With its versions and cases, and what was decided by them. */
    void delete(OrganisationId organisation, String key) {
        jdbc.sql("DELETE FROM ruleset_decided WHERE organisation_id = ? AND key = ?")
                .param(organisation.value())
                .param(key)
                .update();
        jdbc.sql("DELETE FROM ruleset_decision WHERE organisation_id = ? AND key = ?")
                .param(organisation.value())
                .param(key)
                .update();
    }

    void addVersion(OrganisationId organisation, DecisionVersion version) {
        jdbc.sql("""
                        INSERT INTO ruleset_version (organisation_id, key, version, source, published_at, published_by, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(organisation.value())
                .param(version.key())
                .param(version.version())
                .param(version.dmn())
                .param(version.publishedAt().atOffset(ZoneOffset.UTC))
                .param(version.publishedBy())
                .param(version.note())
                .update();
        jdbc.sql("UPDATE ruleset_decision SET live_version = ? WHERE organisation_id = ? AND key = ?")
                .param(version.version())
                .param(organisation.value())
                .param(version.key())
                .update();
    }

    List<DecisionVersion> versions(OrganisationId organisation, String key) {
        return jdbc.sql("SELECT * FROM ruleset_version WHERE organisation_id = ? AND key = ? ORDER BY version DESC")
                .param(organisation.value())
                .param(key)
                .query(DecisionStore::version)
                .list();
    }

    Optional<DecisionVersion> version(OrganisationId organisation, String key, int version) {
        return jdbc.sql("SELECT * FROM ruleset_version WHERE organisation_id = ? AND key = ? AND version = ?")
                .param(organisation.value())
                .param(key)
                .param(version)
                .query(DecisionStore::version)
                .optional();
    }

    /** The live version of every decision model that has one, by key. */
    List<LiveDecisions.Live> live(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT key, name, live_version FROM ruleset_decision
                        WHERE organisation_id = ? AND live_version IS NOT NULL ORDER BY key
                        """)
                .param(organisation.value())
                .query((row, n) -> new LiveDecisions.Live(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** Tells all nodes, when the transaction commits, that the organisation's decisions changed. */
    void announce(OrganisationId organisation) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(LiveDecisions.TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    private static DecisionDraft draft(ResultSet row, int n) throws SQLException {
        int live = row.getInt("live_version");
        return new DecisionDraft(
                row.getString("key"),
                row.getString("name"),
                row.getBytes("draft"),
                row.getLong("revision"),
                row.getObject("draft_at", OffsetDateTime.class).toInstant(),
                row.getString("draft_by"),
                live == 0 ? null : live);
    }

    private static DecisionVersion version(ResultSet row, int n) throws SQLException {
        return new DecisionVersion(
                row.getString("key"),
                row.getInt("version"),
                row.getBytes("source"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("note"));
    }
}
