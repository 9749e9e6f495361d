package com.qliento.call;

import com.qliento.database.RoundTrip;
import com.qliento.database.Texts;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what is expected, and of what happened. All but the sweep's question inside a transaction of the organisation. */
@Component
class ExpectedStore {

    private final JdbcClient jdbc;

    ExpectedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that was expected and is not any more. */
    record Row(UUID id, Lane lane, String target, Instant since, Instant until) {}

    void insert(RoundTrip trip, Expected expected, byte[] reference) {
        var lane = expected.caller().lane();
        var at = TimeOrderedId.timeOf(expected.id()).atOffset(ZoneOffset.UTC);
        trip.update(
                """
                INSERT INTO call_queue (id, organisation_id, channel_id, contact_id, conversation_id, kind, target, element,
                  request, repeat, state, reference, due_at, deadline, recorded_at)
                VALUES (?, ?, ?, ?, ?, 'event', ?, ?, '', 'never', 'expecting', ?, ?, ?, ?)""",
                expected.id(),
                expected.caller().organisation().value(),
                lane == null ? null : lane.channel(),
                lane == null ? null : lane.contact(),
                expected.caller().conversation(),
                expected.what().target(),
                expected.caller().element(),
                reference,
                at,
                expected.until().atOffset(ZoneOffset.UTC),
                at);
    }

    /** Takes out what expects this. */
    List<Row> take(OrganisationId organisation, byte[] reference) {
        return jdbc.sql("DELETE FROM call_queue WHERE organisation_id = ? AND reference = ? AND state = 'expecting'"
                        + " RETURNING *")
                .param(organisation.value())
                .param(reference)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    boolean awaited(OrganisationId organisation, byte[] reference) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM call_queue WHERE organisation_id = ? AND reference = ?"
                        + " AND state = 'expecting')")
                .param(organisation.value())
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    /** Takes out those of these whose time is up. */
    List<Row> takeLate(OrganisationId organisation, Collection<UUID> ids, Instant now) {
        return jdbc.sql("DELETE FROM call_queue WHERE id = ANY (?::uuid[]) AND state = 'expecting' AND deadline <= ?"
                        + " RETURNING *")
                .param(Texts.of(ids))
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> read(organisation, row))
                .list();
    }

    /** What these expect. */
    List<byte[]> references(Collection<UUID> ids) {
        return jdbc.sql("SELECT reference FROM call_queue WHERE id = ANY (?::uuid[]) AND state = 'expecting'")
                .param(Texts.of(ids))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** Something that happened, sealed. */
    record Happened(UUID id, byte[] content) {

        @Override
        public String toString() {
            return "Happened[" + id + "]";
        }
    }

    void insert(OrganisationId organisation, byte[] reference, Happened happened) {
        var at = TimeOrderedId.timeOf(happened.id());
        jdbc.sql("""
                        INSERT INTO call_event (day, id, organisation_id, reference, content, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(TimeOrderedId.dayOf(happened.id()))
                .param(happened.id())
                .param(organisation.value())
                .param(reference)
                .param(happened.content())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first that happened since then and was told to nobody. */
    Optional<Happened> happened(OrganisationId organisation, byte[] reference, Instant since) {
        return jdbc.sql("""
                        SELECT id, content FROM call_event WHERE organisation_id = ? AND reference = ? AND recorded_at >= ?
                        ORDER BY id LIMIT 1
                        """)
                .param(organisation.value())
                .param(reference)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Happened(row.getObject("id", UUID.class), row.getBytes("content")))
                .optional();
    }

    void told(UUID happened) {
        jdbc.sql("DELETE FROM call_event WHERE day = ? AND id = ?")
                .param(TimeOrderedId.dayOf(happened))
                .param(happened)
                .update();
    }

    /** What is over and was told to nobody, by organisation. */
    Map<OrganisationId, Set<UUID>> over(Instant now, Instant since, int atMost) {
        record Over(OrganisationId organisation, UUID id) {}
        return jdbc
                .sql("SELECT * FROM call_expected(?, ?, ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(since.atOffset(ZoneOffset.UTC))
                .param(atMost)
                .query((row, n) -> new Over(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Over::organisation, Collectors.mapping(Over::id, Collectors.toUnmodifiableSet())));
    }

    private static Row read(OrganisationId organisation, ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Lane(
                        organisation, row.getObject("channel_id", UUID.class), row.getObject("contact_id", UUID.class)),
                row.getString("target"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline", OffsetDateTime.class).toInstant());
    }
}
