package com.qliento.flow;

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

/** The rows of flows and their versions; inside a transaction of the organisation. */
@Component
class FlowStore {

    private final JdbcClient jdbc;

    FlowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is saved: the flow's name, its file, when and by whom. */
    record Drawing(String name, byte[] bpmn, Instant at, String by) {

        @Override
        public String toString() {
            return "Drawing";
        }
    }

    /** Gives whether that changed anything. */
    boolean saveDraft(OrganisationId organisation, String key, Drawing drawing) {
        return jdbc.sql("""
                        INSERT INTO flow (organisation_id, key, name, draft, draft_at, draft_by) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id, key) DO UPDATE
                          SET name = excluded.name, draft = excluded.draft, draft_at = excluded.draft_at,
                            draft_by = excluded.draft_by, revision = flow.revision + 1
                          WHERE flow.draft <> excluded.draft
                        """)
                        .param(organisation.value())
                        .param(key)
                        .param(drawing.name())
                        .param(drawing.bpmn())
                        .param(drawing.at().atOffset(ZoneOffset.UTC))
                        .param(drawing.by())
                        .update()
                > 0;
    }

    Optional<FlowDraft> find(OrganisationId organisation, String key, boolean lock) {
        return jdbc.sql("SELECT * FROM flow WHERE organisation_id = ? AND key = ?" + (lock ? " FOR UPDATE" : ""))
                .param(organisation.value())
                .param(key)
                .query(FlowStore::draft)
                .optional();
    }

    List<FlowDraft> page(OrganisationId organisation, @Nullable String after, int size) {
        return jdbc.sql("""
                        SELECT * FROM flow WHERE organisation_id = ? AND (?::text IS NULL OR key > ?) ORDER BY key LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query(FlowStore::draft)
                .list();
    }

    List<FlowName> names(OrganisationId organisation) {
        return jdbc.sql("SELECT key, name FROM flow WHERE organisation_id = ? ORDER BY lower(name), key")
                .param(organisation.value())
                .query((row, n) -> new FlowName(row.getString(1), row.getString(2)))
                .list();
    }

    void addVersion(OrganisationId organisation, FlowVersion version) {
        jdbc.sql("""
                        INSERT INTO flow_version (organisation_id, flow_key, version, source, definition_id, published_at, published_by, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(organisation.value())
                .param(version.flowKey())
                .param(version.version())
                .param(version.bpmn())
                .param(version.definitionId())
                .param(version.publishedAt().atOffset(ZoneOffset.UTC))
                .param(version.publishedBy())
                .param(version.note())
                .update();
    }

    void setLive(OrganisationId organisation, String key, int version) {
        jdbc.sql("UPDATE flow SET live_version = ?, archived_at = NULL WHERE organisation_id = ? AND key = ?")
                .param(version)
                .param(organisation.value())
                .param(key)
                .update();
    }

    List<FlowVersion> versions(OrganisationId organisation, String key) {
        return jdbc.sql("SELECT * FROM flow_version WHERE organisation_id = ? AND flow_key = ? ORDER BY version DESC")
                .param(organisation.value())
                .param(key)
                .query(FlowStore::version)
                .list();
    }

    /** The live version of every flow of the organisation, by key. */
    List<FlowVersion> live(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT v.* FROM flow f JOIN flow_version v
                          ON v.organisation_id = f.organisation_id AND v.flow_key = f.key AND v.version = f.live_version
                        WHERE f.organisation_id = ? ORDER BY f.key
                        """)
                .param(organisation.value())
                .query(FlowStore::version)
                .list();
    }

    /** The definition of a flow's live version. */
    Optional<String> live(OrganisationId organisation, String key) {
        return jdbc.sql("""
                        SELECT v.definition_id FROM flow f JOIN flow_version v
                          ON v.organisation_id = f.organisation_id AND v.flow_key = f.key AND v.version = f.live_version
                        WHERE f.organisation_id = ? AND f.key = ?
                        """)
                .param(organisation.value())
                .param(key)
                .query(String.class)
                .optional();
    }

    Optional<FlowVersion> ofDefinition(String definitionId) {
        return jdbc.sql("SELECT * FROM flow_version WHERE definition_id = ?")
                .param(definitionId)
                .query(FlowStore::version)
                .optional();
    }

    /** Tells all nodes, when the transaction commits, that the organisation's flows changed. */
    void announce(OrganisationId organisation) {
        announce(Flows.TOPIC + ":" + organisation);
    }

    /** Tells all nodes, when the transaction commits, that a draft was saved. */
    void announceDraft(OrganisationId organisation, String key) {
        announce(FlowDrafts.TOPIC + ":" + organisation + "/" + key);
    }

    private void announce(String news) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(news)
                .query((row, n) -> true)
                .single();
    }

    private static FlowDraft draft(ResultSet row, int n) throws SQLException {
        return new FlowDraft(
                row.getString("key"),
                row.getString("name"),
                row.getBytes("draft"),
                row.getLong("revision"),
                row.getObject("draft_at", OffsetDateTime.class).toInstant(),
                row.getString("draft_by"),
                (Integer) row.getObject("live_version"));
    }

    private static FlowVersion version(ResultSet row, int n) throws SQLException {
        return new FlowVersion(
                row.getString("flow_key"),
                row.getInt("version"),
                row.getBytes("source"),
                row.getString("definition_id"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("note"));
    }

    boolean hasPublished(OrganisationId organisation, String by) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM flow_version WHERE organisation_id = ? AND published_by = ?)")
                .param(organisation.value())
                .param(by)
                .query(Boolean.class)
                .single();
    }
}
