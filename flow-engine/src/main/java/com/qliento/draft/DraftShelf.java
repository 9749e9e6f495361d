package com.qliento.draft;

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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows of drafts of one kind and of their versions, for the feature whose they are: inside a transaction of the
 * organisation, and whoever asks.
 */
public final class DraftShelf {

    static final String TOPIC = "draft";

    /** What {@link #listed(ResultSet)} reads of a row of {@link #LISTED_FROM}. */
    public static final String LISTED = """
            SELECT d.key, d.name, d.draft_at, d.draft_by, d.live_version,
              coalesce(v.content <> d.content, false) AS ahead
            """;

    /** Drafts {@code d}, of all kinds and organisations, each with its live version {@code v} if it has one. */
    public static final String LISTED_FROM = """
            FROM draft d LEFT JOIN draft_version v ON v.organisation_id = d.organisation_id
              AND v.kind = d.kind AND v.key = d.key AND v.version = d.live_version
            """;

    private final JdbcClient jdbc;
    private final String kind;

    DraftShelf(JdbcClient jdbc, String kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    /** What is saved, when and by whom. */
    record Drawing(Subject.Taken taken, Instant at, String by) {}

    private StatementSpec in(OrganisationId organisation, String sql) {
        return jdbc.sql(sql).param(organisation.value()).param(kind);
    }

    /** Gives whether that changed anything. */
    boolean save(OrganisationId organisation, String key, Drawing drawing) {
        return in(organisation, """
                                INSERT INTO draft (organisation_id, kind, key, name, content, draft_at, draft_by)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (organisation_id, kind, key) DO UPDATE
                                  SET name = excluded.name, content = excluded.content, draft_at = excluded.draft_at,
                                    draft_by = excluded.draft_by, revision = draft.revision + 1
                                  WHERE draft.content <> excluded.content
                                """)
                        .param(key)
                        .param(drawing.taken().name())
                        .param(drawing.taken().content())
                        .param(drawing.at().atOffset(ZoneOffset.UTC))
                        .param(drawing.by())
                        .update()
                > 0;
    }

    /**
     * The draft of this key.
     *
     * @param lock whether nobody else may change it until the transaction ends
     */
    public Optional<Draft> find(OrganisationId organisation, String key, boolean lock) {
        return in(
                        organisation,
                        "SELECT * FROM draft WHERE organisation_id = ? AND kind = ? AND key = ?"
                                + (lock ? " FOR UPDATE" : ""))
                .param(key)
                .query(DraftShelf::draft)
                .optional();
    }

    /** Until the transaction ends nobody else makes anything live in the organisation: what is live is what one sees. */
    public void lockLive(OrganisationId organisation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('live'), hashtext(?))")
                .param(organisation.toString())
                .query((row, n) -> true)
                .single();
    }

    /** Keeps the draft of this key from others until the transaction ends; gives whether there is one. */
    public boolean lock(OrganisationId organisation, String key) {
        return in(
                        organisation,
                        "SELECT revision FROM draft WHERE organisation_id = ? AND kind = ? AND key = ? FOR UPDATE")
                .param(key)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether there is a draft of this key. */
    public boolean has(OrganisationId organisation, String key) {
        return in(organisation, "SELECT EXISTS (SELECT FROM draft WHERE organisation_id = ? AND kind = ? AND key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Drafts after this key (null begins), by key. */
    public List<Draft> page(OrganisationId organisation, @Nullable String after, int size) {
        return in(organisation, """
                        SELECT * FROM draft WHERE organisation_id = ? AND kind = ? AND (?::text IS NULL OR key > ?)
                        ORDER BY key LIMIT ?
                        """)
                .param(after)
                .param(after)
                .param(size)
                .query(DraftShelf::draft)
                .list();
    }

    /** What all are called, by name. */
    public List<NamedDraft> names(OrganisationId organisation) {
        return in(organisation, """
                        SELECT key, name, live_version FROM draft WHERE organisation_id = ? AND kind = ?
                        ORDER BY lower(name), key
                        """)
                .query((row, n) ->
                        new NamedDraft(row.getString(1), row.getString(2), (Integer) row.getObject("live_version")))
                .list();
    }

    /** All of them without their files, by name. */
    public List<ListedDraft> listed(OrganisationId organisation) {
        return in(
                        organisation,
                        LISTED + LISTED_FROM
                                + "WHERE d.organisation_id = ? AND d.kind = ? ORDER BY lower(d.name), d.key")
                .query((row, n) -> listed(row))
                .list();
    }

    /** A draft in a list, of a row that has {@link #LISTED} and may have more. */
    public static ListedDraft listed(ResultSet row) throws SQLException {
        return new ListedDraft(
                row.getString("key"),
                row.getString("name"),
                row.getObject("draft_at", OffsetDateTime.class).toInstant(),
                row.getString("draft_by"),
                (Integer) row.getObject("live_version"),
                row.getBoolean("ahead"));
    }

    /** Deletes a draft with its versions and all that was kept of it. */
    public void delete(OrganisationId organisation, String key) {
        in(organisation, "DELETE FROM draft WHERE organisation_id = ? AND kind = ? AND key = ?")
                .param(key)
                .update();
    }

    int nextVersion(OrganisationId organisation, String key) {
        return in(organisation, """
                        SELECT coalesce(max(version), 0) + 1 FROM draft_version
                        WHERE organisation_id = ? AND kind = ? AND key = ?
                        """).param(key).query(Integer.class).single();
    }

    void addVersion(OrganisationId organisation, DraftVersion version) {
        in(organisation, """
                        INSERT INTO draft_version
                          (organisation_id, kind, key, version, content, published_at, published_by, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(version.key())
                .param(version.version())
                .param(version.content())
                .param(version.publishedAt().atOffset(ZoneOffset.UTC))
                .param(version.publishedBy())
                .param(version.note())
                .update();
    }

    /** Makes this version of it the live one; none with null. */
    public void setLive(OrganisationId organisation, String key, @Nullable Integer version) {
        jdbc.sql("UPDATE draft SET live_version = ? WHERE organisation_id = ? AND kind = ? AND key = ?")
                .param(version)
                .param(organisation.value())
                .param(kind)
                .param(key)
                .update();
    }

    /** All versions of this key, newest first. */
    public List<DraftVersion> versions(OrganisationId organisation, String key) {
        return in(organisation, """
                        SELECT * FROM draft_version WHERE organisation_id = ? AND kind = ? AND key = ?
                        ORDER BY version DESC
                        """).param(key).query(DraftShelf::version).list();
    }

    /** One version. */
    public Optional<DraftVersion> version(OrganisationId organisation, String key, int version) {
        return in(
                        organisation,
                        "SELECT * FROM draft_version WHERE organisation_id = ? AND kind = ? AND key = ? AND version = ?")
                .param(key)
                .param(version)
                .query(DraftShelf::version)
                .optional();
    }

    /** The live version of each that has one, by key. */
    public List<DraftVersion> live(OrganisationId organisation) {
        return in(organisation, """
                        SELECT v.* FROM draft d JOIN draft_version v ON v.organisation_id = d.organisation_id
                          AND v.kind = d.kind AND v.key = d.key AND v.version = d.live_version
                        WHERE d.organisation_id = ? AND d.kind = ? ORDER BY d.key
                        """).query(DraftShelf::version).list();
    }

    /** Which version of a key is live; empty when none is. */
    public Optional<Integer> liveVersion(OrganisationId organisation, String key) {
        return in(organisation, """
                        SELECT live_version FROM draft
                        WHERE organisation_id = ? AND kind = ? AND key = ? AND live_version IS NOT NULL
                        """).param(key).query(Integer.class).optional();
    }

    boolean hasPublished(OrganisationId organisation, String by) {
        return in(organisation, """
                        SELECT EXISTS (SELECT FROM draft_version
                          WHERE organisation_id = ? AND kind = ? AND published_by = ?)
                        """).param(by).query(Boolean.class).single();
    }

    /** Tells all nodes, when the transaction commits, that this draft was saved. */
    void announce(OrganisationId organisation, String key) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(TOPIC + ":" + organisation + "/" + kind + "/" + key)
                .query((row, n) -> true)
                .single();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString("key"),
                row.getString("name"),
                row.getBytes("content"),
                row.getLong("revision"),
                row.getObject("draft_at", OffsetDateTime.class).toInstant(),
                row.getString("draft_by"),
                (Integer) row.getObject("live_version"));
    }

    private static DraftVersion version(ResultSet row, int n) throws SQLException {
        return new DraftVersion(
                row.getString("key"),
                row.getInt("version"),
                row.getBytes("content"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("note"));
    }
}
