package com.qliento.schedule;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of planned times: the rows. All of it runs inside a transaction of the organisation. */
@Component
class ScheduleRuns {

    private final JdbcClient jdbc;

    ScheduleRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what became of a time, unless that is known already; says whether it was not. */
    boolean keep(OrganisationId organisation, UUID schedule, ScheduleRun run) {
        return jdbc.sql("""
                                INSERT INTO flow_schedule_run (id, organisation_id, schedule_id, planned_at, by_hand, outcome,
                                  missed, start_id, recorded_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (schedule_id, planned_at) DO NOTHING
                                """)
                        .param(run.id())
                        .param(organisation.value())
                        .param(schedule)
                        .param(ScheduleRows.utc(run.planned()))
                        .param(run.byHand())
                        .param(run.outcome())
                        .param(run.missed())
                        .param(run.start())
                        .param(ScheduleRows.utc(run.at()))
                        .update()
                > 0;
    }

    /** Which wish became of it. */
    void begun(OrganisationId organisation, UUID run, UUID start) {
        jdbc.sql("UPDATE flow_schedule_run SET start_id = ? WHERE organisation_id = ? AND id = ?")
                .param(start)
                .param(organisation.value())
                .param(run)
                .update();
    }

    /** The newest first. */
    List<ScheduleRun> page(OrganisationId organisation, UUID schedule, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        SELECT * FROM flow_schedule_run
                        WHERE organisation_id = ? AND schedule_id = ? AND (?::uuid IS NULL OR id < ?)
                        ORDER BY id DESC LIMIT ?
                        """)
                .param(organisation.value())
                .param(schedule)
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> ScheduleRows.run(row, "id", "recorded_at"))
                .list();
    }
}
