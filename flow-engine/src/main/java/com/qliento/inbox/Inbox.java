package com.qliento.inbox;

import com.qliento.database.RoundTrip;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The durable inbox. What is accepted is never lost: it stays until its effect commits, is parked with a reason, or is
 * dropped by a person. Each message has its effect once; a second delivery of the same message is not accepted.
 */
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** So many processes may end while they are at one message. */
    private static final int STARTS = 3;

    /** An ordinary message is handled in a blink. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String LEFT =
            "the process ended " + STARTS + " times while a step with this message was under way";

    private final InboxStore store;
    private final Lanes lanes;
    private final OrganisationScope scope;
    private final InboxSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Instant started;

    /** How it is told when, and who is told what. */
    @Component
    record Surroundings(InboxSettings settings, Clock clock, ApplicationEventPublisher events) {}

    Inbox(InboxStore store, Lanes lanes, OrganisationScope scope, Surroundings surroundings) {
        this.store = store;
        this.lanes = lanes;
        this.scope = scope;
        this.settings = surroundings.settings();
        this.clock = surroundings.clock();
        this.events = surroundings.events();
        this.started = clock.instant();
    }

    /**
     * Stores what came in, in the open transaction of the organisation; its lanes start when that commits. Gives which
     * messages were new.
     */
    public Set<UUID> accept(OrganisationId organisation, List<Arrival> arrivals, List<StatusArrival> statuses) {
        Set<UUID> fresh = arrivals.isEmpty() ? Set.of() : store.insert(organisation, arrivals);
        if (!statuses.isEmpty()) {
            store.insertStatuses(organisation, statuses);
        }
        var started = new LinkedHashSet<Lane>();
        for (var arrival : arrivals) {
            if (arrival.lane() != null && arrival.notHandled() == null && fresh.contains(arrival.id())) {
                started.add(new Lane(organisation, arrival.channel(), arrival.lane()));
            }
        }
        afterCommit(() -> {
            started.forEach(lanes::wake);
            if (!fresh.isEmpty()) {
                events.publishEvent(new Traffic(organisation));
            }
            if (!statuses.isEmpty()) {
                lanes.wakeStatuses(organisation);
            }
        });
        return fresh;
    }

    /**
     * Adds a result to its lane, with the trip; the lane has a turn when the open transaction commits. One that is there
     * already is not added again.
     */
    public void result(RoundTrip trip, Result result) {
        store.insert(trip, result);
        wakeAfterCommit(result.lane());
    }

    /** Asks for what the lane is to take first, results before messages, not more than this; they are heard of one by one as the trip runs. */
    public void next(RoundTrip trip, Lane lane, int atMost, Consumer<Pending> found) {
        store.next(trip, lane.contact(), atMost, found);
    }

    /**
     * Removes handled messages, in the transaction of their effect; the trip throws {@link HandledElsewhere} when another
     * node was quicker with one.
     */
    public void done(RoundTrip trip, Collection<UUID> ids) {
        store.delete(trip, ids, () -> {
            throw new HandledElsewhere();
        });
    }

    /** Lets the lane's messages wait until {@link #release}: nothing listens to them now. Results go on. */
    public void hold(Lane lane) {
        store.hold(lane.contact());
    }

    /** Lets this result wait until {@link #release}, in the open transaction: it is for a lane that stands otherwise. */
    public void holdResult(UUID id) {
        store.holdResult(id);
    }

    /** Ends a {@link #hold}; the lane starts when the open transaction commits. */
    public void release(Lane lane) {
        store.release(lane.contact());
        wakeAfterCommit(lane);
    }

    /** Gives the lane a turn when the open transaction commits. */
    public void wakeAfterCommit(Lane lane) {
        afterCommit(() -> lanes.wake(lane));
    }

    /** Hands a lane's messages, handled and waiting, to another lane of the same organisation, in the open transaction. */
    public void move(Lane from, Lane to) {
        store.move(from.contact(), to.contact());
        wakeAfterCommit(to);
    }

    /**
     * Notes in a transaction of its own that something could not be handled: it is tried again after a pause. After the
     * last one a message is parked, while a result is tried on: a flow waits for it. Gives when the lane may go on.
     *
     * @param reason for a person to read; nothing personal
     */
    public LaneProgress failed(Lane lane, UUID id, String reason) {
        return scope.in(lane.organisation(), () -> {
            var attempts = store.attempts(id).orElse(null);
            if (attempts == null) {
                return LaneProgress.more();
            }
            boolean last = attempts.failed() >= settings.retries().size();
            if (last && attempts.source() == Source.MESSAGE) {
                store.park(id, reason);
                LOG.warn("Message {} is parked: {}", id, reason);
                return LaneProgress.more();
            }
            var pause = settings.retries()
                    .get(Math.min(attempts.failed(), settings.retries().size() - 1));
            var next = clock.instant().plus(pause);
            store.retryAt(id, next, reason);
            return LaneProgress.later(next);
        });
    }

    /** Since when this process takes messages; those that came before were left by an earlier one, or put off. */
    public Instant startedAt() {
        return started;
    }

    /**
     * Notes in a transaction of its own that a step begins with something that an earlier process left: whatever ended that
     * one may be in it. Gives whether it may be begun; a message that was begun too often is parked instead.
     */
    public boolean begins(Lane lane, UUID id) {
        return scope.in(lane.organisation(), () -> {
            int before = store.begin(id);
            if (before < STARTS) {
                return true;
            }
            store.park(id, LEFT);
            LOG.warn("Message {} is parked: {}", id, LEFT);
            return false;
        });
    }

    /** Whether this was tried as often as it may be. */
    public boolean isExhausted(Lane lane, UUID id) {
        return scope.in(lane.organisation(), () -> store.attempts(id)
                .filter(attempts -> attempts.failed() >= settings.retries().size())
                .isPresent());
    }

    /** Puts a message aside at once, in a transaction of its own: trying again would not help. */
    public void park(Lane lane, UUID id, String reason) {
        scope.run(lane.organisation(), () -> store.park(id, reason));
    }

    /** Tries a message again that is parked or waits to be tried again; throws {@link Problem} when it does neither. */
    public void retry(OrganisationId organisation, UUID id) {
        scope.run(
                organisation,
                () -> wakeAfterCommit(
                        store.again(organisation, id).orElseThrow(() -> Problem.notFound("waiting message", id))));
    }

    /**
     * Gives up a message that is not handled yet, also while a step with it is under way: that comes to nothing. It stays
     * listed. Throws {@link Problem} when it waits no more.
     */
    public void drop(OrganisationId organisation, UUID id) {
        scope.run(
                organisation,
                () -> wakeAfterCommit(
                        store.drop(organisation, id).orElseThrow(() -> Problem.notFound("waiting message", id))));
    }

    /** A page of what came in, newest first by when it was written, after this one (null begins), of one contact or all. */
    public List<InboxEntry> page(
            OrganisationId organisation, @Nullable Before before, @Nullable UUID contact, int size) {
        return scope.in(organisation, () -> store.page(organisation, before, contact, size));
    }

    /** How many messages of customers came in from this time on, before that. */
    public long received(OrganisationId organisation, Instant from, Instant before) {
        return scope.in(organisation, () -> store.received(organisation, from, before));
    }

    /** The latest day (UTC) of the last so many on which something came for this channel; empty when nothing came. */
    public Optional<LocalDate> lastDay(OrganisationId organisation, UUID channel, int days) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return scope.in(organisation, () -> store.lastDay(channel, today.minusDays(days), today));
    }

    /**
     * Messages that a person may have to settle: parked, tried in vain, or not handled for long. At most so many, in the
     * order in which they came or from its end.
     */
    public List<UUID> waiting(OrganisationId organisation, boolean latestFirst, int most) {
        return scope.in(organisation, () -> store.waiting(organisation, longAgo(), latestFirst, most));
    }

    /** How many messages a person may have to settle. */
    public long waiting(OrganisationId organisation) {
        return scope.in(organisation, () -> store.waiting(organisation, longAgo()));
    }

    private Instant longAgo() {
        return clock.instant().minus(LONG);
    }

    /** One message that came in. */
    public Optional<InboxEntry> find(OrganisationId organisation, UUID id) {
        return scope.in(organisation, () -> store.find(organisation, id));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
