package com.qliento.inbox;

import com.qliento.database.RoundTrip;
import com.qliento.database.Texts;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox. Everything but the sweeps runs inside a transaction of the organisation. */
@Component
class InboxStore {

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what is new among these, in their order; gives the ids of what was. One statement whatever the number. */
    Set<UUID> insert(OrganisationId organisation, List<Arrival> arrivals) {
        return jdbc
                .sql("""
                        WITH arrived AS (
                          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[], ?::date[], ?::text[], ?::text[], ?::bytea[],
                            ?::timestamptz[], ?::timestamptz[]) WITH ORDINALITY
                            AS a (id, channel, contact, dedupe, day, kind, not_handled, content, late, at, n)
                        ), fresh AS (
                          INSERT INTO inbox_message (day, id, organisation_id, channel_id, contact_id, dedupe, kind,
                            not_handled, content, late, recorded_at)
                          SELECT day, id, ?, channel, contact, dedupe, kind, not_handled, content, late, at FROM arrived
                          ORDER BY day, channel, dedupe, n
                          ON CONFLICT DO NOTHING RETURNING id
                        ), queued AS (
                          INSERT INTO inbox_queue (id, day, organisation_id, channel_id, contact_id, kind, content, recorded_at)
                          SELECT a.id, a.day, ?, a.channel, a.contact, a.kind, a.content, a.at
                          FROM arrived a JOIN fresh f ON f.id = a.id
                          WHERE a.not_handled IS NULL AND a.contact IS NOT NULL ORDER BY a.n
                        )
                        SELECT id FROM fresh
                        """)
                .param(Texts.of(arrivals, Arrival::id))
                .param(Texts.of(arrivals, Arrival::channel))
                .param(Texts.of(arrivals, Arrival::lane))
                .param(arrivals.stream().map(Arrival::dedupe).toArray(byte[][]::new))
                .param(Texts.of(arrivals, a -> a.day()))
                .param(arrivals.stream().map(Arrival::kind).toArray(String[]::new))
                .param(arrivals.stream().map(Arrival::notHandled).toArray(String[]::new))
                .param(arrivals.stream().map(Arrival::content).toArray(byte[][]::new))
                .param(Texts.of(arrivals, a -> a.late()))
                .param(Texts.of(arrivals, a -> a.at()))
                .param(organisation.value())
                .param(organisation.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void insertStatuses(OrganisationId organisation, List<StatusArrival> statuses) {
        jdbc.sql("""
                        INSERT INTO inbox_status (organisation_id, channel_id, delivery_id, message_key, status, rank, at, error_code)
                        SELECT ?, u.* FROM unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::text[], ?::int[], ?::timestamptz[], ?::int[])
                          AS u (channel, delivery, message_key, status, rank, at, error_code)
                        """)
                .param(organisation.value())
                .param(Texts.of(statuses, StatusArrival::channel))
                .param(Texts.of(statuses, StatusArrival::delivery))
                .param(statuses.stream().map(StatusArrival::messageKey).toArray(byte[][]::new))
                .param(statuses.stream().map(StatusArrival::status).toArray(String[]::new))
                .param(statuses.stream().map(StatusArrival::rank).toArray(Integer[]::new))
                .param(Texts.of(statuses, s -> s.at()))
                .param(statuses.stream().map(StatusArrival::errorCode).toArray(Integer[]::new))
                .update();
    }

    /** Stores a result that is not there yet. */
    void insert(RoundTrip trip, Result result) {
        var at = result.at().atOffset(ZoneOffset.UTC);
        trip.update(
                """
                INSERT INTO inbox_queue (id, day, organisation_id, channel_id, contact_id, source, kind, content, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
                result.id(),
                at.toLocalDate(),
                result.lane().organisation().value(),
                result.lane().channel(),
                result.lane().contact(),
                result.source().column(),
                result.kind(),
                result.content(),
                at);
    }

    /** Results before messages: a message may have to wait until a result has moved its flow on, never the reverse. */
    void next(RoundTrip trip, UUID contact, int atMost, Consumer<Pending> found) {
        trip.query(row -> found.accept(pending(row)), """
                SELECT id, source, kind, content, recorded_at, state, attempts, next_attempt_at FROM inbox_queue
                WHERE contact_id = ? AND state <> 'parked' ORDER BY (source = 'message'), seq LIMIT ?""", contact, atMost);
    }

    private static Pending pending(ResultSet row) throws SQLException {
        var next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new Pending(
                row.getObject("id", UUID.class),
                Source.of(row.getString("source")),
                row.getString("kind"),
                row.getBytes("content"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("held"),
                row.getInt("attempts"),
                next == null ? null : next.toInstant());
    }

    /** Takes these out; {@code missing} is called when one was not there. */
    void delete(RoundTrip trip, Collection<UUID> ids, Runnable missing) {
        for (var id : ids) {
            trip.update(
                    count -> {
                        if (count == 0) {
                            missing.run();
                        }
                    },
                    "DELETE FROM inbox_queue WHERE id = ?",
                    id);
        }
    }

    void hold(UUID contact) {
        jdbc.sql("UPDATE inbox_queue SET state = 'held' WHERE contact_id = ? AND state = 'pending'"
                        + " AND source = 'message'")
                .param(contact)
                .update();
    }

    void holdResult(UUID id) {
        jdbc.sql("UPDATE inbox_queue SET state = 'held' WHERE id = ? AND source <> 'message'")
                .param(id)
                .update();
    }

    int release(UUID contact) {
        return jdbc.sql("UPDATE inbox_queue SET state = 'pending' WHERE contact_id = ? AND state = 'held'")
                .param(contact)
                .update();
    }

    void move(UUID fromContact, UUID toContact) {
        for (var table : List.of("inbox_queue", "inbox_message")) {
            jdbc.sql("UPDATE " + table + " SET contact_id = ? WHERE contact_id = ?")
                    .param(toContact)
                    .param(fromContact)
                    .update();
        }
    }

    void retryAt(UUID id, Instant time, String reason) {
        jdbc.sql("UPDATE inbox_queue SET attempts = attempts + 1, next_attempt_at = ?, reason = ? WHERE id = ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .param(reason)
                .param(id)
                .update();
    }

    void park(UUID id, String reason) {
        jdbc.sql("UPDATE inbox_queue SET attempts = attempts + 1, state = 'parked', reason = ? WHERE id = ?")
                .param(reason)
                .param(id)
                .update();
    }

    Optional<Attempts> attempts(UUID id) {
        return jdbc.sql("SELECT attempts, source FROM inbox_queue WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> new Attempts(row.getInt(1), Source.of(row.getString(2))))
                .optional();
    }

    /** How often something was tried without success. */
    record Attempts(int failed, Source source) {}

    /** A step begins with this once more; gives how often one did before. */
    int begin(UUID id) {
        return jdbc.sql("UPDATE inbox_queue SET begun = begun + 1 WHERE id = ? RETURNING begun - 1")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Lets a message that is parked, or waits for its turn, be as if it had just come; gives its lane. */
    Optional<Lane> again(OrganisationId organisation, UUID id) {
        return jdbc.sql("""
                        UPDATE inbox_queue SET attempts = 0, begun = 0, next_attempt_at = NULL, reason = NULL,
                          state = 'pending'
                        WHERE id = ? AND source = 'message' AND state IN ('parked', 'pending')
                        RETURNING channel_id, contact_id
                        """)
                .param(id)
                .query((row, n) -> lane(organisation, row))
                .optional();
    }

    /** Takes out a message that is not handled yet, and says so where it is listed. */
    Optional<Lane> drop(OrganisationId organisation, UUID id) {
        return jdbc.sql("""
                        WITH gone AS (DELETE FROM inbox_queue WHERE id = ? AND source = 'message' RETURNING *)
                        UPDATE inbox_message m SET dropped = coalesce(gone.reason, '') FROM gone
                        WHERE m.organisation_id = gone.organisation_id AND m.recorded_at = gone.recorded_at
                          AND m.id = gone.id AND m.day = gone.day
                        RETURNING gone.channel_id, gone.contact_id
                        """)
                .param(id)
                .query((row, n) -> lane(organisation, row))
                .optional();
    }

    private static Lane lane(OrganisationId organisation, ResultSet row) throws SQLException {
        return new Lane(organisation, row.getObject("channel_id", UUID.class), row.getObject("contact_id", UUID.class));
    }

    List<Lane> lanesDue(Instant before, Instant due, int atMost) {
        return jdbc.sql("SELECT * FROM inbox_lanes_due(?, ?, ?)")
                .param(before.atOffset(ZoneOffset.UTC))
                .param(due.atOffset(ZoneOffset.UTC))
                .param(atMost)
                .query((row, n) -> lane(new OrganisationId(row.getObject("organisation_id", UUID.class)), row))
                .list();
    }

    List<OrganisationId> organisationsWithStatuses() {
        return jdbc.sql("SELECT * FROM inbox_statuses_due()")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes statuses out; other nodes skip what this transaction took. */
    List<StatusArrival> takeStatuses(int atMost) {
        return jdbc.sql("""
                        DELETE FROM inbox_status WHERE seq IN (
                          SELECT seq FROM inbox_status ORDER BY seq LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING channel_id, delivery_id, message_key, status, rank, at, error_code
                        """)
                .param(atMost)
                .query((row, n) -> new StatusArrival(
                        row.getObject("channel_id", UUID.class),
                        row.getObject("delivery_id", UUID.class),
                        row.getBytes("message_key"),
                        row.getString("status"),
                        row.getInt("rank"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        (Integer) row.getObject("error_code")))
                .list();
    }

    InboxFigures figures() {
        return jdbc.sql("SELECT * FROM inbox_figures()")
                .query((row, n) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new InboxFigures(
                            row.getLong("pending"),
                            row.getLong("results"),
                            row.getLong("held"),
                            row.getLong("parked"),
                            row.getLong("statuses"),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    /** By the time they were written where they came late, else by the time they came. */
    List<InboxEntry> page(OrganisationId organisation, @Nullable Before before, @Nullable UUID contact, int size) {
        var sql = "SELECT m.*, q.state, q.reason FROM ("
                + part("late IS NULL", "recorded_at") + " UNION ALL " + part("late IS NOT NULL", "late")
                + ") m LEFT JOIN inbox_queue q ON q.id = m.id ORDER BY coalesce(m.late, m.recorded_at) DESC, m.id DESC"
                + " LIMIT ?";
        var at = before == null ? null : before.at().atOffset(ZoneOffset.UTC);
        var id = before == null ? null : before.id();
        var statement = jdbc.sql(sql);
        for (int part = 0; part < 2; part++) {
            statement = statement
                    .param(organisation.value())
                    .param(id)
                    .param(at)
                    .param(id)
                    .param(contact)
                    .param(contact)
                    .param(size);
        }
        return statement.param(size).query(InboxStore::entry).list();
    }

    private static String part(String which, String time) {
        return "(SELECT * FROM inbox_message WHERE " + which + " AND organisation_id = ?"
                + " AND (?::uuid IS NULL OR (" + time + ", id) < (?, ?)) AND (?::uuid IS NULL OR contact_id = ?)"
                + " ORDER BY " + time + " DESC, id DESC LIMIT ?)";
    }

    long received(OrganisationId organisation, Instant from, Instant before) {
        return jdbc.sql("""
                        SELECT count(*) FROM inbox_message
                        WHERE organisation_id = ? AND recorded_at >= ? AND recorded_at < ? AND not_handled IS NULL
                        """)
                .param(organisation.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The latest of these days on which something came for the channel. */
    Optional<LocalDate> lastDay(UUID channel, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT d::date FROM generate_series(?::timestamp, ?::timestamp, '-1 day') d
                        WHERE EXISTS (SELECT FROM inbox_message m WHERE m.day = d::date AND m.channel_id = ?) LIMIT 1
                        """)
                .param(to)
                .param(from)
                .param(channel)
                .query(LocalDate.class)
                .optional();
    }

    private static final String WAITING = " FROM inbox_queue WHERE organisation_id = ?"
            + " AND (state = 'parked' OR (source = 'message' AND attempts + begun > 0)"
            + " OR (source = 'message' AND state = 'pending' AND recorded_at < ?))";

    /** Ids are in the order of their making. */
    List<UUID> waiting(OrganisationId organisation, Instant before, boolean latestFirst, int most) {
        return jdbc.sql("SELECT id" + WAITING + " ORDER BY id " + (latestFirst ? "DESC" : "ASC") + " LIMIT ?")
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .param(most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    long waiting(OrganisationId organisation, Instant before) {
        return jdbc.sql("SELECT count(*)" + WAITING)
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<InboxEntry> find(OrganisationId organisation, UUID id) {
        var time = TimeOrderedId.timeOf(id).atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        SELECT m.*, q.state, q.reason FROM inbox_message m LEFT JOIN inbox_queue q ON q.id = m.id
                        WHERE m.organisation_id = ? AND m.recorded_at = ? AND m.id = ?
                        """)
                .param(organisation.value())
                .param(time)
                .param(id)
                .query(InboxStore::entry)
                .optional();
    }

    private static InboxEntry entry(ResultSet row, int n) throws SQLException {
        var notHandled = row.getString("not_handled");
        var dropped = row.getString("dropped");
        var late = row.getObject("late", OffsetDateTime.class);
        var state = dropped != null ? "dropped" : row.getString("state");
        return new InboxEntry(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("kind"),
                notHandled != null ? "not_handled" : state == null ? "done" : state,
                notHandled != null ? notHandled : dropped != null ? dropped : row.getString("reason"),
                row.getBytes("content"),
                late == null ? null : late.toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
