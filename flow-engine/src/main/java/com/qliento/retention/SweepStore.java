package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sweeps did, as rows; inside transactions of the organisation. */
@Component
class SweepStore {

    private final JdbcClient jdbc;

    SweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this transaction is the one that sweeps for the organisation; another node's is let go on. */
    boolean claim(OrganisationId organisation) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('retention ' || ?, 0))")
                .param(organisation.toString())
                .query(Boolean.class)
                .single();
    }

    /** Until when keys of hours are destroyed. */
    Optional<Instant> until(OrganisationId organisation) {
        return jdbc.sql("SELECT max(until) FROM retention_run WHERE organisation_id = ?")
                .param(organisation.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void add(OrganisationId organisation, RetentionRun run) {
        jdbc.sql("""
                        INSERT INTO retention_run (organisation_id, at, until, hours_destroyed, partitions_dropped, millis)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(organisation.value())
                .param(run.at().atOffset(ZoneOffset.UTC))
                .param(run.until().atOffset(ZoneOffset.UTC))
                .param(run.hoursDestroyed())
                .param(run.daysDropped())
                .param(run.millis())
                .update();
    }

    /** Those before are told nobody any more. */
    void forgetBefore(OrganisationId organisation, Instant instant) {
        jdbc.sql("DELETE FROM retention_run WHERE organisation_id = ? AND at < ?")
                .param(organisation.value())
                .param(instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<RetentionRun> last(OrganisationId organisation, int most) {
        return jdbc.sql("SELECT * FROM retention_run WHERE organisation_id = ? ORDER BY at DESC LIMIT ?")
                .param(organisation.value())
                .param(most)
                .query((row, n) -> new RetentionRun(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        row.getInt("hours_destroyed"),
                        row.getInt("partitions_dropped"),
                        row.getLong("millis")))
                .list();
    }
}
