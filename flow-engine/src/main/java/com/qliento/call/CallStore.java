package com.qliento.call;

import com.qliento.database.RoundTrip;
import com.qliento.database.Texts;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of calls. Everything but the sweep's questions runs inside a transaction of the organisation. */
@Component
class CallStore {

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RoundTrip trip, Call call, byte[] sealedRequest) {
        var lane = call.caller().lane();
        var at = TimeOrderedId.timeOf(call.id()).atOffset(ZoneOffset.UTC);
        trip.update(
                """
                INSERT INTO call_queue (id, organisation_id, channel_id, contact_id, conversation_id, kind, target, element,
                  flow, request, repeat, due_at, deadline, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                call.id(),
                call.caller().organisation().value(),
                lane == null ? null : lane.channel(),
                lane == null ? null : lane.contact(),
                call.caller().conversation(),
                call.kind(),
                call.target(),
                call.caller().element(),
                call.caller().flow(),
                sealedRequest,
                call.repeat().column(),
                at,
                call.deadline().atOffset(ZoneOffset.UTC),
                at);
    }

    private static final String CANCEL = "UPDATE call_queue SET cancelled = true WHERE id = ?";
    private static final String FORGET = "DELETE FROM call_queue WHERE id = ? AND state IN ('queued', 'expecting')";

    /**
     * What waits goes; what is under way is recorded when it ends, and told to nobody. Marked first, whatever it does: that
     * holds the row, which else might be taken over or come to be made between the two.
     */
    void cancel(RoundTrip trip, UUID id) {
        trip.update(CANCEL, id);
        trip.update(FORGET, id);
    }

    /** The same; gives whether there was one. */
    boolean cancel(UUID id) {
        int there = jdbc.sql(CANCEL).param(id).update();
        jdbc.sql(FORGET).param(id).update();
        return there > 0;
    }

    void move(UUID fromContact, Lane to) {
        jdbc.sql("UPDATE call_queue SET channel_id = ?, contact_id = ? WHERE contact_id = ?")
                .param(to.channel())
                .param(to.contact())
                .param(fromContact)
                .update();
    }

    /**
     * Notes that this node is about to make these; gives those that it may. Noting twice is allowed: the first time may
     * have been committed without this node having learnt of it.
     */
    List<Marked> mark(Map<UUID, Ticket> tickets, int node, Instant now) {
        return jdbc.sql("""
                        UPDATE call_queue SET state = 'calling', node = ?, attempts = attempts + 1
                        WHERE id = ANY (?::uuid[]) AND (state = 'queued' OR node = ?) AND NOT cancelled
                        RETURNING id, channel_id, contact_id, conversation_id, request, attempts, unsure
                        """)
                .param(node)
                .param(Texts.of(tickets.keySet()))
                .param(node)
                .query((row, n) ->
                        marked(Objects.requireNonNull(tickets.get(row.getObject("id", UUID.class))), row, now))
                .list();
    }

    private static Marked marked(Ticket ticket, ResultSet row, Instant now) throws SQLException {
        return new Marked(
                ticket,
                lane(ticket.line().organisation(), row),
                row.getObject("conversation_id", UUID.class),
                row.getBytes("request"),
                row.getInt("attempts"),
                row.getBoolean("unsure"),
                now);
    }

    private static @Nullable Lane lane(OrganisationId organisation, ResultSet row) throws SQLException {
        var contact = row.getObject("contact_id", UUID.class);
        return contact == null ? null : new Lane(organisation, row.getObject("channel_id", UUID.class), contact);
    }

    /** Puts these off; one that was cancelled meanwhile goes. */
    void putOff(Collection<Settled> again) {
        jdbc.sql("""
                        UPDATE call_queue q SET state = 'queued', node = NULL, due_at = u.next
                        FROM unnest(?::uuid[], ?::timestamptz[]) AS u (id, next)
                        WHERE q.id = u.id AND q.state = 'calling'
                        """)
                .param(Texts.of(again, s -> s.call().ticket().id()))
                .param(Texts.of(again, Settled::next))
                .update();
        forgetCancelled(Texts.of(again, s -> s.call().ticket().id()));
    }

    /** A row that was taken out: who is to be told, if anybody. */
    record Gone(
            UUID id,
            @Nullable Lane lane,
            @Nullable UUID conversation,
            String element,
            @Nullable String flow,
            boolean cancelled) {}

    /** Takes these out; gives those that were there. */
    List<Gone> take(OrganisationId organisation, Collection<UUID> ids) {
        return jdbc.sql("""
                        DELETE FROM call_queue WHERE id = ANY (?::uuid[]) AND state = 'calling'
                        RETURNING id, channel_id, contact_id, conversation_id, element, flow, cancelled
                        """)
                .param(Texts.of(ids))
                .query((row, n) -> new Gone(
                        row.getObject("id", UUID.class),
                        lane(organisation, row),
                        row.getObject("conversation_id", UUID.class),
                        row.getString("element"),
                        row.getString("flow"),
                        row.getBoolean("cancelled")))
                .list();
    }

    void record(RoundTrip trip, Gone gone, Settled settled, OutcomeWord word) {
        var ticket = settled.call().ticket();
        trip.update(
                """
                INSERT INTO call_record (day, id, organisation_id, contact_id, conversation_id, kind, target, element, flow,
                  outcome, trouble, attempts, millis, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                TimeOrderedId.dayOf(ticket.id()),
                ticket.id(),
                ticket.line().organisation().value(),
                gone.lane() == null ? null : gone.lane().contact(),
                gone.conversation(),
                ticket.line().kind(),
                ticket.line().target(),
                gone.element(),
                gone.flow(),
                word.code(),
                word.trouble(),
                settled.call().attempt(),
                (int) Math.min(Integer.MAX_VALUE, settled.took().toMillis()),
                settled.at().atOffset(ZoneOffset.UTC));
    }

    Optional<Ended> ended(UUID id) {
        return jdbc.sql("""
                        SELECT kind, nullif(conversation_id, contact_id) AS conversation FROM call_record
                        WHERE day = ? AND id = ?
                        """)
                .param(Date.valueOf(TimeOrderedId.dayOf(id)))
                .param(id)
                .query((row, n) -> new Ended(row.getString("kind"), row.getObject("conversation", UUID.class)))
                .optional();
    }

    /** Calls that are due and were not taken up by this instant, up to so many of each line. */
    List<Ticket> due(Instant before, int ofEach, int atMost) {
        return jdbc.sql("SELECT * FROM call_due(?, ?, ?)")
                .param(before.atOffset(ZoneOffset.UTC))
                .param(ofEach)
                .param(atMost)
                .query((row, n) -> new Ticket(
                        row.getObject("id", UUID.class),
                        new Ticket.Line(
                                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                row.getString("kind"),
                                row.getString("target")),
                        row.getObject("deadline", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What nodes that are gone had under way, by organisation. */
    Map<OrganisationId, Set<UUID>> leftBehind() {
        record Left(OrganisationId organisation, UUID id) {}
        return jdbc
                .sql("SELECT * FROM call_left_behind()")
                .query((row, n) -> new Left(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Left::organisation, Collectors.mapping(Left::id, Collectors.toUnmodifiableSet())));
    }

    /**
     * Queues again what nodes that are gone had under way; what must not be made twice is unsure from now on. What nobody
     * waits for any more goes.
     */
    int takeOver(Collection<UUID> ids) {
        int left = jdbc.sql("""
                        UPDATE call_queue SET state = 'queued', node = NULL, unsure = (repeat = 'never')
                        WHERE id = ANY (?::uuid[]) AND state = 'calling' AND node NOT IN (SELECT outbox_living_nodes())
                        """).param(Texts.of(ids)).update();
        forgetCancelled(Texts.of(ids));
        return left;
    }

    /** What waits again although it was cancelled; its rows are held, so that nobody cancels one in between. */
    private void forgetCancelled(@Nullable String[] ids) {
        jdbc.sql("DELETE FROM call_queue WHERE id = ANY (?::uuid[]) AND state = 'queued' AND cancelled")
                .param(ids)
                .update();
    }

    /** Those of the organisation that the transaction is in, since this time; the longest first. */
    List<FailingCalls> failing(Instant from, int atLeast) {
        return jdbc.sql("""
                        WITH recent AS (
                          SELECT kind, target, outcome, trouble, recorded_at,
                            max(recorded_at) FILTER (WHERE NOT trouble) OVER (PARTITION BY kind, target) AS well
                          FROM call_record WHERE recorded_at >= ?
                        )
                        SELECT kind, target, count(*) AS calls, min(recorded_at) AS since,
                          (array_agg(outcome ORDER BY recorded_at DESC))[1] AS code
                        FROM recent WHERE trouble AND (well IS NULL OR recorded_at > well)
                        GROUP BY kind, target HAVING count(*) >= ? ORDER BY since
                        """)
                .param(from.atOffset(ZoneOffset.UTC))
                .param(atLeast)
                .query((row, n) -> new FailingCalls(
                        row.getString("kind"),
                        row.getString("target"),
                        row.getString("code"),
                        row.getLong("calls"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What this block of this flow asked since this time, and what it waits for now. */
    CallsAtBlock atBlock(OrganisationId organisation, String flow, String element, Instant from) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM call_queue WHERE organisation_id = ? AND flow = ? AND element = ?
                            AND state <> 'expecting' AND NOT cancelled) AS waiting,
                          count(*) AS calls,
                          count(*) FILTER (WHERE outcome NOT IN ('answered', 'timed-out')) AS failed,
                          count(*) FILTER (WHERE outcome = 'timed-out') AS timed_out,
                          coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY millis), 0) AS median
                        FROM call_record WHERE organisation_id = ? AND flow = ? AND element = ? AND recorded_at >= ?
                        """)
                .params(organisation.value(), flow, element, organisation.value(), flow, element)
                .param(from.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new CallsAtBlock(
                        row.getLong("waiting"),
                        row.getLong("calls"),
                        row.getLong("failed"),
                        row.getLong("timed_out"),
                        row.getLong("median")))
                .single();
    }

    CallFigures figures() {
        return jdbc.sql("SELECT * FROM call_figures()")
                .query((row, n) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new CallFigures(
                            row.getLong("waiting"), row.getLong("calling"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }
}
