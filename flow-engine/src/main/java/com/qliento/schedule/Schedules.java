package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.Deed;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.ContactsMerged;
import com.qliento.database.TimeOrderedId;
import com.qliento.flow.Flows;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import com.qliento.run.Runs;
import com.qliento.start.FlowStarts;
import com.qliento.start.StartWish;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The schedules of organisations. Each throws {@link Problem}: forbidden to whose role does not allow it, missing, invalid. */
@Component
public class Schedules {

    /** An organisation may set up so many. */
    public static final int MOST = 200;

    private static final ProblemType FULL =
            new ProblemType(ProblemKind.NO_ROOM, "too-many-schedules", "There is no room for another schedule");
    private static final ProblemType OVER =
            new ProblemType(ProblemKind.CONFLICT, "schedule-over", "The schedule has no times any more");
    private static final int LONGEST_NAME = 100;

    private final ScheduleStore store;
    private final ScheduleRuns runs;
    private final Beginnings beginnings;
    private final Around around;
    private final Clock clock;

    /** What schedules begin, for whom, by which clock; where they are kept and how. */
    @Component
    record Around(
            OrganisationScope scope,
            Audit audit,
            Flows flows,
            RunningFlows running,
            Contacts contacts,
            FlowStarts starts,
            Runs runs,
            ScheduleSeals seals,
            SendLimitsInForce zones) {}

    Schedules(ScheduleStore store, ScheduleRuns runs, Beginnings beginnings, Around around, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.beginnings = beginnings;
        this.around = around;
        this.clock = clock;
    }

    /** Those that somebody set up, by name. */
    public List<Schedule> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return around.scope().in(actor.organisation(), () -> store.standing(actor.organisation()));
    }

    /** Those that flows wished for while they ran, the newest first, after this one; null begins. */
    public List<Schedule> wished(Actor actor, @Nullable UUID after, int size) {
        actor.require(Permission.LOOK_ON);
        return around.scope().in(actor.organisation(), () -> store.wished(actor.organisation(), after, size));
    }

    /** Some of those, the newest first. */
    public List<Schedule> slice(Actor actor, Slice slice) {
        actor.require(Permission.LOOK_ON);
        return around.scope().in(actor.organisation(), () -> store.wished(actor.organisation(), slice));
    }

    /** How many of those there are. */
    public int count(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return around.scope().in(actor.organisation(), () -> store.countWished(actor.organisation()));
    }

    /** What the contacts of schedules are called: by name, else by number. Who was erased is not there. */
    public Map<UUID, String> names(Actor actor, Collection<UUID> contacts) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var ids = contacts.stream().map(ContactId::new).distinct().toList();
        var names = new HashMap<UUID, String>();
        around.scope()
                .in(actor.organisation(), () -> around.contacts().people(actor.organisation(), ids))
                .forEach((contact, person) -> {
                    var name = person.name() == null ? person.phone() : person.name();
                    if (name != null) {
                        names.put(contact.value(), name);
                    }
                });
        return names;
    }

    /** Whether a flow of this key is published, so that schedules can begin it. */
    public boolean isLive(Actor actor, String flowKey) {
        actor.require(Permission.LOOK_ON);
        return around.running().published(actor.organisation(), flowKey).isPresent();
    }

    /** Whether a published flow is about nobody, so that its schedule is for nobody. */
    public boolean isAboutNobody(Actor actor, String flowKey) {
        actor.require(Permission.LOOK_ON);
        return around.running().aboutNobody(actor.organisation(), flowKey);
    }

    /** One of either. */
    public Schedule get(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return kept(actor, id).schedule();
    }

    /** What it hands to its flow. Throws {@link com.qliento.vault.Unreadable} when that can't be opened any more. */
    public ObjectNode values(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var kept = kept(actor, id);
        return around.seals().open(actor.organisation(), kept.schedule(), kept.content());
    }

    /** The clock by which the organisation goes. */
    public ZoneId zone(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return around.zones().zone(actor.organisation());
    }

    /** The times of this rhythm that come next. */
    public UpcomingTimes times(Actor actor, Rhythm rhythm) {
        actor.require(Permission.LOOK_ON);
        return UpcomingTimes.of(rhythm, now(), around.zones().zone(actor.organisation()));
    }

    /** Sets up another, which is on. */
    public Schedule make(Actor actor, ScheduleWish wish) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var organisation = actor.organisation();
        return around.scope().in(organisation, () -> {
            if (store.count(organisation) >= MOST) {
                throw FULL.because("Your organisation has " + MOST + " schedules, which is the most. Delete one first.")
                        .with("most", MOST);
            }
            var kept = checked(actor, TimeOrderedId.at(now()), wish, false);
            store.insert(organisation, kept);
            around.audit().note(deed(actor, AuditAction.SCHEDULE_MADE, kept.schedule()));
            return kept.schedule();
        });
    }

    /** It is this from now on, and on if it was; one that was over is on again. */
    public Schedule change(Actor actor, UUID id, ScheduleWish wish) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return around.scope().in(actor.organisation(), () -> {
            var before = standing(actor, id);
            store.update(
                    actor.organisation(),
                    checked(actor, id, wish, before.schedule().paused()));
            var changed = kept(actor, id).schedule();
            around.audit().note(deed(actor, AuditAction.SCHEDULE_CHANGED, changed));
            return changed;
        });
    }

    /** It is gone, with what became of its times. What it began goes on. */
    public void delete(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        around.audit().run(actor.did(AuditAction.SCHEDULE_DELETED, id.toString()), () -> {
            if (!store.delete(actor.organisation(), id)) {
                throw Problem.notFound("schedule", id);
            }
        });
    }

    /** It begins nothing until it is let go on. Nothing happens to one that pauses already. */
    public Schedule pause(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return around.scope().in(actor.organisation(), () -> {
            var kept = kept(actor, id);
            if (kept.schedule().state() == Schedule.State.OVER) {
                throw over();
            }
            if (!kept.schedule().paused()) {
                around.audit().note(deed(actor, AuditAction.SCHEDULE_PAUSED, kept.schedule()));
            }
            store.turn(actor.organisation(), id, true, counted(actor, kept.schedule(), null), actor.name());
            return kept(actor, id).schedule();
        });
    }

    /** It goes on with its next time; those that passed while it paused begin nothing. */
    public Schedule resume(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return around.scope().in(actor.organisation(), () -> {
            var schedule = kept(actor, id).schedule();
            if (schedule.state() == Schedule.State.ON) {
                return schedule;
            }
            around.audit().note(deed(actor, AuditAction.SCHEDULE_RESUMED, schedule));
            var next = schedule.rhythm().next(now(), around.zones().zone(actor.organisation()));
            store.turn(
                    actor.organisation(),
                    id,
                    false,
                    counted(actor, schedule, next.orElseThrow(Schedules::over)),
                    actor.name());
            return kept(actor, id).schedule();
        });
    }

    /** Begins its flow now, whatever its times are. Throws {@link Problem} with why it can't. */
    public ScheduleRun begin(Actor actor, UUID id) {
        actor.require(Permission.START_FLOWS);
        return beginnings.byHand(actor.organisation(), id);
    }

    /** What became of its times, the newest first, after this one; null begins. */
    public List<ScheduleRun> runs(Actor actor, UUID id, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return around.scope().in(actor.organisation(), () -> {
            kept(actor, id);
            return runs.page(actor.organisation(), id, after, size);
        });
    }

    private static Deed deed(Actor actor, AuditAction action, Schedule schedule) {
        return actor.did(action, schedule.id().toString()).with("flow", schedule.flowKey());
    }

    @EventListener
    void on(ContactsMerged merged) {
        store.move(merged.organisation(), merged.went().value(), merged.stays().value());
    }

    private KeptSchedule kept(Actor actor, UUID id) {
        var organisation = actor.organisation();
        return around.scope()
                .in(organisation, () -> store.find(organisation, id))
                .orElseThrow(() -> Problem.notFound("schedule", id));
    }

    /** One that a flow wished for is as that flow wished: it can be paused and deleted, not changed. */
    private KeptSchedule standing(Actor actor, UUID id) {
        var kept = kept(actor, id);
        if (kept.schedule().madeIn() != null) {
            throw Problem.notFound("schedule", id);
        }
        return kept;
    }

    private KeptSchedule checked(Actor actor, UUID id, ScheduleWish wish, boolean paused) {
        var organisation = actor.organisation();
        var name = KeptText.of(wish.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A schedule has a name of 1 to " + LONGEST_NAME + " characters.")
                    .with("most", LONGEST_NAME);
        }
        around.flows().requireKnown(actor, wish.flowKey());
        var zone = around.zones().zone(organisation);
        var times = UpcomingTimes.of(wish.rhythm(), now(), zone);
        var lane = lane(organisation, id, wish);
        var schedule = new Schedule(
                id,
                name,
                wish.flowKey(),
                lane == null ? null : lane.channel(),
                lane == null ? null : lane.contact(),
                wish.rhythm(),
                wish.whenBusy(),
                null,
                paused,
                paused ? null : times.first(),
                now(),
                actor.name(),
                null);
        return new KeptSchedule(
                schedule,
                lane == null ? RunTarget.KIND : ContactTarget.KIND,
                around.seals().ofOrganisation(organisation, id, wish.values()),
                now(),
                wish.rhythm().zone(zone));
    }

    /** Whose lane it begins its flow in; null for nobody's. */
    private @Nullable Lane lane(OrganisationId organisation, UUID id, ScheduleWish wish) {
        var whom = wish.whom();
        if (whom == null) {
            around.runs().check(organisation, RunTarget.wish(wish.flowKey(), id, wish.values()));
            return null;
        }
        return around.starts()
                .whose(
                        organisation,
                        new StartWish(
                                wish.flowKey(),
                                whom.phone(),
                                whom.contact(),
                                whom.channel(),
                                wish.values(),
                                wish.whenBusy()));
    }

    private ScheduleStore.Counted counted(Actor actor, Schedule schedule, @Nullable Instant next) {
        return new ScheduleStore.Counted(
                next, now(), schedule.rhythm().zone(around.zones().zone(actor.organisation())));
    }

    private static Problem over() {
        return OVER.because("Its time has passed and no other comes. Give it another time.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
