package com.qliento.schedule;

import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How schedules and what became of their times stand in rows. */
final class ScheduleRows {

    private ScheduleRows() {}

    /** In the order of the table's columns. */
    static @Nullable Object[] values(OrganisationId organisation, KeptSchedule kept) {
        var schedule = kept.schedule();
        var once = schedule.rhythm() instanceof Rhythm.Once one ? one.at() : null;
        var again = schedule.rhythm() instanceof Rhythm.Again cron ? cron : null;
        return new @Nullable Object[] {
            schedule.id(),
            organisation.value(),
            schedule.name(),
            schedule.flowKey(),
            kept.kind(),
            schedule.channel(),
            schedule.contact(),
            utc(once),
            again == null ? null : again.line().text(),
            again == null || again.own() == null ? null : again.own().getId(),
            kept.content(),
            schedule.whenBusy().name().toLowerCase(Locale.ROOT),
            schedule.madeIn(),
            schedule.paused(),
            utc(schedule.next()),
            utc(kept.countedFrom()),
            kept.countedIn().getId(),
            utc(schedule.changedAt()),
            schedule.changedBy()
        };
    }

    static KeptSchedule read(ResultSet row, int n) throws SQLException {
        var schedule = new Schedule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("flow_key"),
                row.getObject("channel_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                rhythm(row),
                WhenBusy.valueOf(row.getString("when_busy").toUpperCase(Locale.ROOT)),
                row.getString("made_in"),
                row.getBoolean("paused"),
                instant(row, "next_at"),
                there(row, "changed_at"),
                row.getString("changed_by"),
                row.getObject("run_id") == null ? null : run(row, "run_id", "run_at"));
        return new KeptSchedule(
                schedule,
                row.getString("target"),
                row.getBytes("content"),
                there(row, "counted_from"),
                ZoneId.of(row.getString("counted_in")));
    }

    private static Rhythm rhythm(ResultSet row) throws SQLException {
        var cron = row.getString("cron");
        if (cron == null) {
            return new Rhythm.Once(there(row, "once_at"));
        }
        var zone = row.getString("zone");
        return new Rhythm.Again(CronLine.of(cron), zone == null ? null : ZoneId.of(zone));
    }

    static ScheduleRun run(ResultSet row, String id, String at) throws SQLException {
        return new ScheduleRun(
                row.getObject(id, UUID.class),
                there(row, "planned_at"),
                row.getBoolean("by_hand"),
                row.getString("outcome"),
                row.getInt("missed"),
                row.getObject("start_id", UUID.class),
                there(row, at));
    }

    private static Instant there(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
