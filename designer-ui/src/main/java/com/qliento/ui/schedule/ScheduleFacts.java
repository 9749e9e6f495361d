package com.qliento.ui.schedule;

import com.qliento.flow.ShelvedFlow;
import com.qliento.schedule.Schedule;
import com.qliento.schedule.ScheduleRun;
import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of schedules in a list, looked up once for it. */
final class ScheduleFacts {

    private final Component speaker;
    private final RhythmWords words;
    private final ZoneId organisation;
    private final Map<String, ShelvedFlow> flows;
    private final Map<UUID, String> names;

    ScheduleFacts(Component speaker, Locale locale, ScheduleDesk desk, Map<UUID, String> names) {
        this.speaker = speaker;
        this.words = new RhythmWords(speaker, locale);
        this.organisation = desk.schedules().zone(desk.actor());
        this.flows = desk.library().all(desk.actor()).stream()
                .collect(Collectors.toMap(ShelvedFlow::key, Function.identity()));
        this.names = names;
    }

    /** What the flow is called. */
    String flow(String key) {
        var flow = flows.get(key);
        return flow == null ? key : flow.name();
    }

    /** Which flow for whom. */
    String begins(Schedule schedule) {
        var contact = schedule.contact();
        var whom = contact == null ? null : names.get(contact);
        return whom == null
                ? said("schedules.begins", flow(schedule.flowKey()))
                : said("schedules.begins.for", flow(schedule.flowKey()), whom);
    }

    String rhythm(Schedule schedule) {
        return words.of(schedule.rhythm(), organisation);
    }

    /** When it begins next, or that it does not. */
    String next(Schedule schedule) {
        var next = schedule.next();
        return next == null
                ? said("schedules.state." + (schedule.paused() ? "paused" : "over"))
                : words.time(next, schedule.rhythm().zone(organisation));
    }

    /** Why it can't begin its flow as things are; empty when nothing is in its way. */
    String trouble(Schedule schedule) {
        var flow = flows.get(schedule.flowKey());
        if (flow == null) {
            return said("schedules.outcome.flow-gone");
        }
        if (flow.archivedAt() != null) {
            return said("schedules.outcome.flow-archived");
        }
        return flow.liveVersion() == null ? said("schedules.outcome.flow-not-live") : "";
    }

    /** What became of a time; of none, that there was none yet. */
    String outcome(@Nullable ScheduleRun run) {
        if (run == null) {
            return said("schedules.outcome.none");
        }
        var key = "schedules.outcome." + run.outcome();
        var words = said(key);
        return words.equals(key) ? said("schedules.outcome.other", run.outcome()) : words;
    }

    /** When a time was, by the clock of the schedule. */
    String time(Schedule schedule, ScheduleRun run) {
        return words.time(run.planned(), schedule.rhythm().zone(organisation));
    }

    private String said(String key, Object... values) {
        return speaker.getTranslation(key, values);
    }
}
