package com.qliento.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Actor;
import com.qliento.channel.ChannelId;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import com.qliento.start.StartWish;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: flows that begin at times, and what became of each time. */
@RestController
@RequestMapping("/api/v1/schedules")
class ScheduleApi {

    /**
     * What a schedule is to be. For whom: {@code phone}, or {@code contact} by its id; neither for a
     * flow about nobody. When: once {@code at} a time, or by
     * a line of {@code cron} with five parts, in the organisation's zone or in {@code zone}.
     */
    record Request(
            @Nullable String name,
            @Nullable String flow,
            @Nullable String phone,
            @Nullable String contact,
            @Nullable String channel,
            @Nullable String at,
            @Nullable String cron,
            @Nullable String zone,
            @Nullable JsonNode values,
            @Nullable String whenBusy) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /** When it begins its flow next. {@code warning}: it does so very often. */
    record Times(List<Instant> times, String zone, @Nullable String warning) {

        static Times of(UpcomingTimes upcoming) {
            return new Times(
                    upcoming.times(),
                    upcoming.zone().getId(),
                    upcoming.often()
                            ? "This begins the flow more than " + UpcomingTimes.OFTEN + " times a day."
                            : null);
        }
    }

    private final Schedules schedules;

    ScheduleApi(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Those that somebody set up; or, {@code made=flow}, those that flows wished for while they ran, newest first. */
    @GetMapping
    Page<ScheduleView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String made,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var actor = Actor.program(caller);
        int size = Limit.of(limit);
        var after = Limit.after(cursor);
        if (made == null || made.equals("person")) {
            return new Page<>(
                    schedules.all(actor).stream()
                            .map(schedule -> view(actor, schedule))
                            .toList(),
                    null);
        }
        if (!made.equals("flow")) {
            throw Problem.invalid("made", "Schedules were made by a 'person' or in a 'flow'.");
        }
        return Page.of(schedules.wished(actor, after, Page.overLimit(size)), size, schedule -> schedule.id()
                        .toString())
                .map(schedule -> view(actor, schedule));
    }

    @GetMapping("/{id}")
    ScheduleView get(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        var schedule = schedules.get(actor, Limit.id("id", id));
        var times = schedule.next() == null ? null : Times.of(schedules.times(actor, schedule.rhythm()));
        return view(actor, schedule)
                .with(schedule.madeIn() == null ? schedules.values(actor, schedule.id()) : null, times);
    }

    /** What a line of cron comes to; nothing is kept. */
    @GetMapping("/times")
    Times times(Caller caller, @RequestParam String cron, @RequestParam(required = false) @Nullable String zone) {
        return Times.of(
                schedules.times(Actor.program(caller), new Rhythm.Again(CronLine.of(cron), Rhythm.zoneOf(zone))));
    }

    @PostMapping
    ResponseEntity<ScheduleView> make(Caller caller, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        var actor = Actor.program(caller);
        var made = schedules.make(actor, wished(request));
        return ResponseEntity.created(URI.create("/api/v1/schedules/" + made.id()))
                .body(view(actor, made).with(null, Times.of(schedules.times(actor, made.rhythm()))));
    }

    @PutMapping("/{id}")
    ScheduleView change(Caller caller, @PathVariable String id, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        var actor = Actor.program(caller);
        return view(actor, schedules.change(actor, Limit.id("id", id), wished(request)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        schedules.delete(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/pause")
    ScheduleView pause(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        return view(actor, schedules.pause(actor, Limit.id("id", id)));
    }

    @PostMapping("/{id}/resume")
    ScheduleView resume(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        return view(actor, schedules.resume(actor, Limit.id("id", id)));
    }

    /** Begins its flow now, whatever its times are. */
    @PostMapping("/{id}/begin")
    ScheduleRun begin(Caller caller, @PathVariable String id) {
        return schedules.begin(Actor.program(caller), Limit.id("id", id));
    }

    /** What became of its times, newest first. */
    @GetMapping("/{id}/runs")
    Page<ScheduleRun> runs(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        return Page.of(
                schedules.runs(Actor.program(caller), Limit.id("id", id), Limit.after(cursor), Page.overLimit(size)),
                size,
                run -> run.id().toString());
    }

    private ScheduleView view(Actor actor, Schedule schedule) {
        return ScheduleView.of(schedule, schedules.isLive(actor, schedule.flowKey()));
    }

    private static ScheduleWish wished(Request request) {
        return new ScheduleWish(
                required("name", request.name()),
                required("flow", request.flow()),
                whom(request),
                rhythm(request),
                StartWish.values(request.values()),
                StartWish.whenBusy(request.whenBusy()));
    }

    private static @Nullable Whom whom(Request request) {
        if (request.phone() != null && request.contact() != null) {
            throw Problem.invalid("phone", "Name whom it is for: either 'phone' or 'contact'.");
        }
        return request.phone() == null && request.contact() == null
                ? null
                : new Whom(
                        request.phone(),
                        request.contact() == null ? null : new ContactId(Limit.id("contact", request.contact())),
                        request.channel() == null ? null : new ChannelId(Limit.id("channel", request.channel())));
    }

    private static Rhythm rhythm(Request request) {
        if ((request.at() == null) == (request.cron() == null)) {
            throw Problem.invalid("cron", "Say when: either once, 'at' a time, or again and again, by 'cron'.");
        }
        return request.cron() != null
                ? new Rhythm.Again(CronLine.of(request.cron()), Rhythm.zoneOf(request.zone()))
                : Rhythm.Once.at(String.valueOf(request.at()));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "A schedule needs '" + field + "'.");
        }
        return value;
    }
}
