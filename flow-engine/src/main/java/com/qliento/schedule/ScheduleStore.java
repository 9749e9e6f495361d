package com.qliento.schedule;

import com.qliento.database.RoundTrip;
import com.qliento.organisation.OrganisationId;
import com.qliento.rest.Slice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of schedules. Everything but the sweep's questions runs inside a transaction of the organisation. */
@Component
class ScheduleStore {

    private static final String SELECT = """
            SELECT s.*, r.id AS run_id, r.planned_at, r.by_hand, r.outcome, r.missed, r.start_id,
              r.recorded_at AS run_at
            FROM flow_schedule s LEFT JOIN LATERAL (
              SELECT * FROM flow_schedule_run r WHERE r.schedule_id = s.id ORDER BY r.id DESC LIMIT 1
            ) r ON true WHERE s.organisation_id = ?
            """;

    private static final String INSERT = """
            INSERT INTO flow_schedule (id, organisation_id, name, flow_key, target, channel_id, contact_id, once_at, cron,
              zone, content, when_busy, made_in, paused, next_at, counted_from, counted_in, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;

    ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A schedule that is due, before anybody has it. */
    record Due(UUID id, OrganisationId organisation) {}

    List<Due> due(Instant now, int ofEach, int atMost) {
        return jdbc.sql("SELECT id, organisation_id FROM flow_schedule_due(?, ?, ?)")
                .param(ScheduleRows.utc(now))
                .param(ofEach)
                .param(atMost)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation_id", UUID.class))))
                .list();
    }

    void tidy(Instant before) {
        int unused = jdbc.sql("SELECT flow_schedule_tidy(?)")
                .param(ScheduleRows.utc(before))
                .query(Integer.class)
                .single();
    }

    /** Takes the row for this transaction if it is due and nobody else has it. */
    Optional<KeptSchedule> claim(OrganisationId organisation, UUID id, Instant now) {
        return jdbc.sql("""
                        SELECT id FROM flow_schedule WHERE organisation_id = ? AND id = ? AND next_at <= ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(organisation.value())
                .param(id)
                .param(ScheduleRows.utc(now))
                .query(UUID.class)
                .optional()
                .flatMap(claimed -> find(organisation, claimed));
    }

    Optional<KeptSchedule> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(SELECT + " AND s.id = ?")
                .param(organisation.value())
                .param(id)
                .query(ScheduleRows::read)
                .optional();
    }

    /** Those that somebody set up, by name. */
    List<Schedule> standing(OrganisationId organisation) {
        return jdbc
                .sql(SELECT + " AND s.made_in IS NULL ORDER BY lower(s.name), s.id")
                .param(organisation.value())
                .query(ScheduleRows::read)
                .list()
                .stream()
                .map(KeptSchedule::schedule)
                .toList();
    }

    /** Those that flows wished for, the newest first. */
    List<Schedule> wished(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc
                .sql(SELECT + " AND s.made_in IS NOT NULL AND (?::uuid IS NULL OR s.id < ?) ORDER BY s.id DESC LIMIT ?")
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query(ScheduleRows::read)
                .list()
                .stream()
                .map(KeptSchedule::schedule)
                .toList();
    }

    /** Some of them, the newest first. */
    List<Schedule> wished(OrganisationId organisation, Slice slice) {
        return jdbc
                .sql(SELECT + " AND s.made_in IS NOT NULL ORDER BY s.id DESC OFFSET ? LIMIT ?")
                .param(organisation.value())
                .param(slice.offset())
                .param(slice.size())
                .query(ScheduleRows::read)
                .list()
                .stream()
                .map(KeptSchedule::schedule)
                .toList();
    }

    int countWished(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM flow_schedule WHERE organisation_id = ? AND made_in IS NOT NULL")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** How many somebody set up. */
    int count(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM flow_schedule WHERE organisation_id = ? AND made_in IS NULL")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** How many that flows wished for are still to come: of a contact, or, for null, about nobody by this flow. */
    int waiting(OrganisationId organisation, @Nullable UUID contact, String madeIn) {
        return jdbc.sql("""
                        SELECT count(*) FROM flow_schedule
                        WHERE organisation_id = ? AND made_in IS NOT NULL AND next_at IS NOT NULL
                          AND (contact_id = ? OR (?::uuid IS NULL AND contact_id IS NULL AND made_in = ?))
                        """)
                .param(organisation.value())
                .param(contact)
                .param(contact)
                .param(madeIn)
                .query(Integer.class)
                .single();
    }

    void insert(OrganisationId organisation, KeptSchedule kept) {
        jdbc.sql(INSERT)
                .params(Arrays.asList(ScheduleRows.values(organisation, kept)))
                .update();
    }

    void insert(RoundTrip trip, OrganisationId organisation, KeptSchedule kept) {
        trip.update(INSERT, ScheduleRows.values(organisation, kept));
    }

    /** All but who made it. */
    void update(OrganisationId organisation, KeptSchedule kept) {
        var values = ScheduleRows.values(organisation, kept);
        var id = values[0];
        System.arraycopy(values, 2, values, 0, values.length - 2);
        values[values.length - 2] = organisation.value();
        values[values.length - 1] = id;
        jdbc.sql("""
                        UPDATE flow_schedule SET name = ?, flow_key = ?, target = ?, channel_id = ?, contact_id = ?,
                          once_at = ?, cron = ?, zone = ?, content = ?, when_busy = ?, made_in = ?, paused = ?, next_at = ?,
                          counted_from = ?, counted_in = ?, changed_at = ?, changed_by = ?
                        WHERE organisation_id = ? AND id = ?
                        """).params(Arrays.asList(values)).update();
    }

    boolean delete(OrganisationId organisation, UUID id) {
        return jdbc.sql("DELETE FROM flow_schedule WHERE organisation_id = ? AND id = ?")
                        .param(organisation.value())
                        .param(id)
                        .update()
                > 0;
    }

    /** Counted anew: when it begins next, from when on and by the clock of which zone that was counted. */
    record Counted(@Nullable Instant next, Instant from, ZoneId in) {}

    void count(OrganisationId organisation, UUID id, Counted counted) {
        jdbc.sql("""
                        UPDATE flow_schedule SET next_at = ?, counted_from = ?, counted_in = ?
                        WHERE organisation_id = ? AND id = ?
                        """)
                .param(ScheduleRows.utc(counted.next()))
                .param(ScheduleRows.utc(counted.from()))
                .param(counted.in().getId())
                .param(organisation.value())
                .param(id)
                .update();
    }

    /** It pauses, or goes on. */
    void turn(OrganisationId organisation, UUID id, boolean paused, Counted counted, String by) {
        jdbc.sql("""
                        UPDATE flow_schedule SET paused = ?, next_at = ?, counted_from = ?, counted_in = ?, changed_at = ?,
                          changed_by = ? WHERE organisation_id = ? AND id = ?
                        """)
                .param(paused)
                .param(ScheduleRows.utc(counted.next()))
                .param(ScheduleRows.utc(counted.from()))
                .param(counted.in().getId())
                .param(ScheduleRows.utc(counted.from()))
                .param(by)
                .param(organisation.value())
                .param(id)
                .update();
    }

    /** It never begins again, and what it handed over is gone. */
    void end(OrganisationId organisation, UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE flow_schedule SET next_at = NULL, content = NULL, changed_at = ?
                        WHERE organisation_id = ? AND id = ?
                        """)
                .param(ScheduleRows.utc(now))
                .param(organisation.value())
                .param(id)
                .update();
    }

    /** Those that go by the organisation's clock and were counted by another, locked; not what is due. */
    List<KeptSchedule> countedElsewhere(OrganisationId organisation, ZoneId zone, Instant now) {
        return jdbc.sql(SELECT + """
                         AND s.zone IS NULL AND s.cron IS NOT NULL AND s.next_at > ? AND s.counted_in <> ?
                        FOR UPDATE OF s
                        """)
                .param(organisation.value())
                .param(ScheduleRows.utc(now))
                .param(zone.getId())
                .query(ScheduleRows::read)
                .list();
    }

    /** Those for these contacts, the oldest first. */
    List<KeptSchedule> of(OrganisationId organisation, UUID... contacts) {
        return jdbc.sql(SELECT + " AND s.contact_id = ANY (?::uuid[]) ORDER BY s.id")
                .param(organisation.value())
                .param(contacts)
                .query(ScheduleRows::read)
                .list();
    }

    /** Hands a contact's schedules to the one that it turned out to be. */
    void move(OrganisationId organisation, UUID from, UUID to) {
        jdbc.sql("UPDATE flow_schedule SET contact_id = ? WHERE organisation_id = ? AND contact_id = ?")
                .param(to)
                .param(organisation.value())
                .param(from)
                .update();
    }
}
