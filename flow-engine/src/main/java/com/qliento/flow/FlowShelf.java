package com.qliento.flow;

import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of flows as a list shows and changes them; inside a transaction of the organisation. */
@Component
class FlowShelf {

    private static final String LISTED = """
            SELECT f.key, f.name, f.draft_at, f.draft_by, f.live_version, f.tags, f.archived_at,
              coalesce(v.source <> f.draft, false) AS ahead
            FROM flow f LEFT JOIN flow_version v ON v.organisation_id = f.organisation_id
              AND v.flow_key = f.key AND v.version = f.live_version
            """;

    private static final String WANTED = """
             WHERE f.organisation_id = ? AND (?::boolean OR f.archived_at IS NULL) AND f.tags @> ?::text[]
              AND strpos(lower(f.name || ' ' || f.key || ' ' || array_to_string(f.tags, ' ')), ?) > 0
            """;

    private final JdbcClient jdbc;

    FlowShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ShelvedFlow> all(OrganisationId organisation) {
        return jdbc.sql(LISTED + " WHERE f.organisation_id = ? ORDER BY lower(f.name), f.key")
                .param(organisation.value())
                .query((row, n) -> flow(row))
                .list();
    }

    List<ShelvedFlow> slice(OrganisationId organisation, FlowFilter filter, Slice slice) {
        return wanted(
                        LISTED + WANTED + " ORDER BY " + filter.order().columns() + " LIMIT ? OFFSET ?",
                        organisation,
                        filter)
                .param(slice.size())
                .param(slice.offset())
                .query((row, n) -> flow(row))
                .list();
    }

    int count(OrganisationId organisation, FlowFilter filter) {
        return wanted("SELECT count(*) FROM flow f" + WANTED, organisation, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, OrganisationId organisation, FlowFilter filter) {
        return jdbc.sql(sql)
                .param(organisation.value())
                .param(filter.archive())
                .param(filter.tags().toArray(String[]::new))
                .param(filter.words().strip().toLowerCase(Locale.ROOT));
    }

    private static ShelvedFlow flow(ResultSet row) throws SQLException {
        var archived = row.getObject("archived_at", OffsetDateTime.class);
        return new ShelvedFlow(
                row.getString("key"),
                row.getString("name"),
                row.getObject("draft_at", OffsetDateTime.class).toInstant(),
                row.getString("draft_by"),
                (Integer) row.getObject("live_version"),
                row.getBoolean("ahead"),
                List.of((String[]) row.getArray("tags").getArray()),
                archived == null ? null : archived.toInstant());
    }

    void tag(OrganisationId organisation, String key, List<String> tags) {
        jdbc.sql("UPDATE flow SET tags = ? WHERE organisation_id = ? AND key = ?")
                .param(tags.toArray(String[]::new))
                .param(organisation.value())
                .param(key)
                .update();
    }

    void archive(OrganisationId organisation, String key, Instant at) {
        jdbc.sql("""
                        UPDATE flow SET live_version = NULL, archived_at = coalesce(archived_at, ?)
                        WHERE organisation_id = ? AND key = ?
                        """)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(key)
                .update();
    }

    /** Gives whether it was in the archive. */
    boolean unarchive(OrganisationId organisation, String key) {
        return jdbc.sql(
                                "UPDATE flow SET archived_at = NULL WHERE organisation_id = ? AND key = ? AND archived_at IS NOT NULL")
                        .param(organisation.value())
                        .param(key)
                        .update()
                > 0;
    }

    /** Until the transaction ends nobody else finds a free key here: two files of one name become two flows. */
    void lockKeys(OrganisationId organisation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('flow_keys'), hashtext(?))")
                .param(organisation.toString())
                .query((row, n) -> true)
                .single();
    }

    /** The flow of each published version, by the version's definition. */
    Map<String, String> keysByDefinition(OrganisationId organisation) {
        var keys = new HashMap<String, String>();
        jdbc.sql("SELECT definition_id, flow_key FROM flow_version WHERE organisation_id = ?")
                .param(organisation.value())
                .query(row -> {
                    keys.put(row.getString(1), row.getString(2));
                });
        return keys;
    }

    void delete(OrganisationId organisation, String key) {
        for (var sql : List.of(
                "DELETE FROM flow_version WHERE organisation_id = ? AND flow_key = ?",
                "DELETE FROM flow WHERE organisation_id = ? AND key = ?")) {
            jdbc.sql(sql).param(organisation.value()).param(key).update();
        }
    }
}
