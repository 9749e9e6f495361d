package com.qliento.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.run.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as programs see it.
 *
 * @param zone by whose clock its line of cron goes; null for the organisation's
 * @param madeIn the flow that wished for it while it ran; null when somebody set it up
 * @param trouble why it can't begin its flow as things are, a code; null when nothing is known to be in its way
 * @param values what it hands to its flow, where one schedule is shown that somebody set up
 * @param times those that come next, where one schedule is shown
 */
record ScheduleView(
        UUID id,
        String name,
        String flow,
        @Nullable UUID contact,
        @Nullable UUID channel,
        @Nullable Instant at,
        @Nullable String cron,
        @Nullable String zone,
        String whenBusy,
        @Nullable String madeIn,
        String state,
        @Nullable Instant next,
        @Nullable String trouble,
        @Nullable JsonNode values,
        @Nullable List<Instant> times,
        @Nullable String warning,
        @Nullable ScheduleRun last,
        Instant changedAt) {

    static ScheduleView of(Schedule schedule, boolean live) {
        var again = schedule.rhythm() instanceof Rhythm.Again cron ? cron : null;
        return new ScheduleView(
                schedule.id(),
                schedule.name(),
                schedule.flowKey(),
                schedule.contact(),
                schedule.channel(),
                schedule.rhythm() instanceof Rhythm.Once once ? once.at() : null,
                again == null ? null : again.line().text(),
                again == null || again.own() == null ? null : again.own().getId(),
                word(schedule.whenBusy()),
                schedule.madeIn(),
                word(schedule.state()),
                schedule.next(),
                live ? null : Runs.notLive(schedule.flowKey()).code(),
                null,
                null,
                null,
                schedule.last(),
                schedule.changedAt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    ScheduleView with(@Nullable JsonNode handed, ScheduleApi.@Nullable Times next) {
        return new ScheduleView(
                id,
                name,
                flow,
                contact,
                channel,
                at,
                cron,
                zone,
                whenBusy,
                madeIn,
                state,
                this.next,
                trouble,
                handed,
                next == null ? null : next.times(),
                next == null ? null : next.warning(),
                last,
                changedAt);
    }

    /** Nothing of whom or what. */
    @Override
    public String toString() {
        return "ScheduleView[" + id + "]";
    }
}
