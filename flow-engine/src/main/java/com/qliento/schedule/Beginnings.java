package com.qliento.schedule;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Begins what is due. What is written down of a time, the wish that became of it, and the next time commit together; what
 * can't begin is written down with why, and the schedule goes on.
 */
@Component
class Beginnings {

    /** So many missed times are counted; whoever missed more is told this many. */
    static final int MOST_MISSED = 1_000;

    private static final ProblemType VALUES_GONE = new ProblemType(
            ProblemKind.CONFLICT, "schedule-values-gone", "What the flow was to know can't be read any more");

    private final ScheduleStore store;
    private final ScheduleRuns runs;
    private final Map<String, Target> targets;
    private final Keeping keeping;
    private final Clock clock;

    /** As whose rows are written, how they are opened, and by which clock organisations go. */
    @Component
    record Keeping(OrganisationScope scope, ScheduleSeals seals, SendLimitsInForce zones) {}

    Beginnings(ScheduleStore store, ScheduleRuns runs, ObjectProvider<Target> targets, Keeping keeping, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.targets = targets.stream().collect(Collectors.toMap(Target::kind, Function.identity()));
        this.keeping = keeping;
        this.clock = clock;
    }

    /** Begins it unless it is not due any more, or another node is at it. Throws {@link Problem} with why it can't. */
    void begin(ScheduleStore.Due due) {
        var organisation = due.organisation();
        keeping.scope().run(organisation, () -> store.claim(organisation, due.id(), now())
                .ifPresent(kept -> planned(organisation, kept, ScheduleRun.BEGUN)));
    }

    /** Writes down that it could not begin, and why; it goes on at its next time, unless there is nobody any more. */
    void refused(ScheduleStore.Due due, String why) {
        var organisation = due.organisation();
        keeping.scope().run(organisation, () -> store.claim(organisation, due.id(), now())
                .ifPresent(kept -> {
                    planned(organisation, kept, why);
                    if (why.equals(ContactTarget.CONTACT_GONE.code())) {
                        store.end(organisation, due.id(), now());
                    }
                }));
    }

    /** Begins it now, whatever its times are, in a transaction of its own; gives what became of it. */
    ScheduleRun byHand(OrganisationId organisation, UUID id) {
        return keeping.scope().in(organisation, () -> {
            var kept = store.find(organisation, id).orElseThrow(() -> Problem.notFound("schedule", id));
            var run = new ScheduleRun(
                    TimeOrderedId.at(now()), now(), true, ScheduleRun.BEGUN, 0, start(organisation, kept), now());
            boolean unused = runs.keep(organisation, id, run);
            return run;
        });
    }

    private void planned(OrganisationId organisation, KeptSchedule kept, String outcome) {
        var schedule = kept.schedule();
        var now = now();
        var zone = schedule.rhythm().zone(keeping.zones().zone(organisation));
        var planned = Objects.requireNonNull(schedule.next());
        if (schedule.rhythm() instanceof Rhythm.Again && !zone.equals(kept.countedIn())) {
            // The organisation went by another clock when this was counted.
            planned = schedule.rhythm().next(kept.countedFrom(), zone).orElse(Instant.MAX);
        }
        if (!planned.isAfter(now)) {
            int missed = missed(schedule.rhythm(), planned, now, zone);
            var run = new ScheduleRun(TimeOrderedId.at(now), planned, false, outcome, missed, null, now);
            if (runs.keep(organisation, schedule.id(), run) && outcome.equals(ScheduleRun.BEGUN)) {
                runs.begun(organisation, run.id(), start(organisation, kept));
            }
        }
        store.count(
                organisation,
                schedule.id(),
                new ScheduleStore.Counted(schedule.rhythm().next(now, zone).orElse(null), now, zone));
    }

    private static int missed(Rhythm rhythm, Instant planned, Instant now, ZoneId zone) {
        int missed = 0;
        var at = rhythm.next(planned, zone);
        while (missed < MOST_MISSED && at.isPresent() && !at.get().isAfter(now)) {
            missed++;
            at = rhythm.next(at.get(), zone);
        }
        return missed;
    }

    private UUID start(OrganisationId organisation, KeptSchedule kept) {
        var target = Objects.requireNonNull(targets.get(kept.kind()), kept.kind());
        try {
            return target.begin(organisation, kept.schedule(), () -> keeping.seals()
                    .open(organisation, kept.schedule(), kept.content()));
        } catch (KeyDestroyed erased) {
            throw kept.schedule().madeIn() == null ? ContactTarget.gone() : valuesGone();
        } catch (Unreadable lost) {
            throw valuesGone();
        }
    }

    private static Problem valuesGone() {
        return VALUES_GONE.because("What the schedule was to hand to the flow can't be read any more.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
