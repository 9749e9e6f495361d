package com.qliento.flow;

import com.qliento.draft.DraftRoom;
import com.qliento.draft.DraftShelf;
import com.qliento.draft.ListedDraft;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of flows as a list shows and changes them; inside a transaction of the organisation. */
@Component
class FlowShelf {

    private static final String WANTED = DraftShelf.LISTED_FROM + """
              JOIN flow f ON f.organisation_id = d.organisation_id AND f.kind = d.kind AND f.key = d.key
            WHERE d.organisation_id = ? AND d.kind = ? AND (?::boolean OR f.archived_at IS NULL)
              AND f.tags @> ?::text[]
              AND strpos(lower(d.name || ' ' || d.key || ' ' || array_to_string(f.tags, ' ')), ?) > 0
            """;

    private final JdbcClient jdbc;
    private final DraftShelf drafts;
    private final Clock clock;

    FlowShelf(JdbcClient jdbc, DraftRoom room, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = room.shelf(FlowStore.KIND);
        this.clock = clock;
    }

    private record Shelved(List<String> tags, @Nullable Instant archivedAt) {}

    List<ShelvedFlow> all(OrganisationId organisation) {
        var shelved = new HashMap<String, Shelved>();
        jdbc.sql("SELECT key, tags, archived_at FROM flow WHERE organisation_id = ?")
                .param(organisation.value())
                .query(row -> {
                    shelved.put(row.getString("key"), shelved(row));
                });
        return drafts.listed(organisation).stream()
                .map(draft -> flow(draft, shelved.getOrDefault(draft.key(), new Shelved(List.of(), null))))
                .toList();
    }

    List<ShelvedFlow> slice(OrganisationId organisation, FlowFilter filter, Slice slice) {
        return wanted(
                        DraftShelf.LISTED + ", f.tags, f.archived_at " + WANTED + " ORDER BY "
                                + filter.order().columns() + " LIMIT ? OFFSET ?",
                        organisation,
                        filter)
                .param(slice.size())
                .param(slice.offset())
                .query((row, n) -> flow(DraftShelf.listed(row), shelved(row)))
                .list();
    }

    int count(OrganisationId organisation, FlowFilter filter) {
        return wanted("SELECT count(*) " + WANTED, organisation, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, OrganisationId organisation, FlowFilter filter) {
        return jdbc.sql(sql)
                .param(organisation.value())
                .param(FlowStore.KIND)
                .param(filter.archive())
                .param(filter.tags().toArray(String[]::new))
                .param(filter.words().strip().toLowerCase(Locale.ROOT));
    }

    private static Shelved shelved(ResultSet row) throws SQLException {
        var archived = row.getObject("archived_at", OffsetDateTime.class);
        return new Shelved(
                List.of((String[]) row.getArray("tags").getArray()), archived == null ? null : archived.toInstant());
    }

    private static ShelvedFlow flow(ListedDraft draft, Shelved shelved) {
        return new ShelvedFlow(
                draft.key(),
                draft.name(),
                draft.draftAt(),
                draft.draftBy(),
                draft.liveVersion(),
                draft.ahead(),
                shelved.tags(),
                shelved.archivedAt());
    }

    void tag(OrganisationId organisation, String key, List<String> tags) {
        jdbc.sql("UPDATE flow SET tags = ? WHERE organisation_id = ? AND key = ?")
                .param(tags.toArray(String[]::new))
                .param(organisation.value())
                .param(key)
                .update();
    }

    void archive(OrganisationId organisation, String key) {
        drafts.setLive(organisation, key, null);
        jdbc.sql("UPDATE flow SET archived_at = coalesce(archived_at, ?) WHERE organisation_id = ? AND key = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
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

    void delete(OrganisationId organisation, String key) {
        drafts.delete(organisation, key);
    }
}
