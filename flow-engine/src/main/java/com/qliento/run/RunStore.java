package com.qliento.run;

import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of runs; inside a transaction of the organisation. A run's day is that of its id. */
@Component
class RunStore {

    /** Told to all nodes with the run's id: somebody may wait for it. */
    static final String TOPIC = "run";

    private static final String COLUMNS =
            "id, flow_key, cause, cause_id, state, conversation_id, answer_status, answer," + " recorded_at, ended_at";

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run's row. */
    record Row(Run run, int status, byte @Nullable [] answer) {

        @Override
        public String toString() {
            return "Row[" + run.id() + "]";
        }
    }

    void insert(RoundTrip trip, OrganisationId organisation, UUID id, RunWish wish) {
        trip.update(
                """
                INSERT INTO flow_run (day, id, organisation_id, flow_key, cause, cause_id, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                TimeOrderedId.dayOf(id),
                id,
                organisation.value(),
                wish.flowKey(),
                wish.cause().kind(),
                wish.cause().id(),
                TimeOrderedId.timeOf(id).atOffset(ZoneOffset.UTC));
    }

    /** The first answer counts. */
    void answer(RoundTrip trip, UUID id, int status, byte[] sealed) {
        trip.update("""
                WITH told AS (
                  UPDATE flow_run SET answer_status = ?, answer = ? WHERE day = ? AND id = ? AND answer IS NULL RETURNING id
                ) SELECT pg_notify('qliento', 'run:' || id) FROM told""", status, sealed, TimeOrderedId.dayOf(id), id);
    }

    void end(RoundTrip trip, UUID id, String state, UUID conversation, Instant at) {
        trip.update("""
                WITH told AS (
                  UPDATE flow_run SET state = ?, conversation_id = ?, ended_at = ? WHERE day = ? AND id = ? AND ended_at IS NULL
                  RETURNING id
                ) SELECT pg_notify('qliento', 'run:' || id) FROM told""", state, conversation, at.atOffset(ZoneOffset.UTC), TimeOrderedId.dayOf(id), id);
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM flow_run WHERE day = ? AND id = ?")
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<Row> page(@Nullable String flow, @Nullable UUID cause, @Nullable UUID after, int size) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM flow_run WHERE (?::text IS NULL OR flow_key = ?) AND (?::uuid IS NULL OR cause_id = ?)
                          AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
                        """)
                .param(flow)
                .param(flow)
                .param(cause)
                .param(cause)
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> read(row))
                .list();
    }

    /** Where the run has come through, step by step: elements, and what happened there; no content. */
    List<Run.Way> way(UUID id) {
        return jdbc.sql("""
                        SELECT recorded_at, path FROM conversation_trace WHERE conversation_id = coalesce(
                          (SELECT conversation_id FROM flow_run WHERE day = ? AND id = ?),
                          (SELECT id FROM conversation WHERE channel_id = ? AND contact_id = ?))
                        ORDER BY recorded_at LIMIT 200
                        """)
                .param(TimeOrderedId.dayOf(id))
                .param(id)
                .param(id)
                .param(id)
                .query((row, n) ->
                        new Run.Way(row.getObject(1, OffsetDateTime.class).toInstant(), List.of((String[])
                                row.getArray(2).getArray())))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var run = new Run(
                row.getObject("id", UUID.class),
                row.getString("flow_key"),
                row.getString("cause"),
                row.getObject("cause_id", UUID.class),
                row.getString("state"),
                row.getObject("conversation_id", UUID.class),
                null,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
        return new Row(run, row.getInt("answer_status"), row.getBytes("answer"));
    }
}
