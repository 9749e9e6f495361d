package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Result;
import com.qliento.inbox.Source;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings what happens elsewhere to whoever expects it, once, and tells who expected in vain. Which of the two was written
 * first does not matter: what happens looks for who expects it, once more when it is committed unless somebody else's
 * transaction is open, and the sweep looks each second for what had happened before. A step never looks itself: after its commit there is no transaction of its own to do so in.
 */
@Component
class Expectations {

    private static final Logger LOG = LoggerFactory.getLogger(Expectations.class);

    /** So long before it is expected something may have happened. */
    private static final Duration EARLY = Duration.ofDays(1);

    private static final int AT_ONCE = 1_000;

    private final ExpectedStore store;
    private final CallSeals seals;
    private final Inbox inbox;
    private final Rows rows;
    private final Clock clock;

    /** Where rows are written, and as whose. */
    @Component
    record Rows(OrganisationScope scope, JdbcOperations jdbc) {}

    Expectations(ExpectedStore store, CallSeals seals, Inbox inbox, Rows rows, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.inbox = inbox;
        this.rows = rows;
        this.clock = clock;
    }

    void insert(RoundTrip trip, Expected expected) {
        var organisation = expected.caller().organisation();
        store.insert(
                trip, expected, seals.reference(organisation, expected.what().reference()));
    }

    /** Tells who expects it, and gives their lanes; else keeps it for who will. */
    List<Lane> happened(OrganisationId organisation, String reference, JsonNode event) {
        var index = seals.reference(organisation, reference);
        var told = rows.scope().in(organisation, () -> {
            var lanes = tell(organisation, index, new CallOutcome.Answered(event));
            if (lanes.isEmpty()) {
                var id = TimeOrderedId.at(clock.instant());
                store.insert(organisation, index, new ExpectedStore.Happened(id, seals.event(organisation, id, event)));
            }
            return lanes;
        });
        return told.isEmpty() ? match(organisation, List.of(index)) : told;
    }

    boolean awaited(OrganisationId organisation, String reference) {
        var index = seals.reference(organisation, reference);
        return rows.scope().in(organisation, () -> store.awaited(organisation, index));
    }

    /** Looks whether what these expect has happened already, or their time is up. */
    void look(OrganisationId organisation, Collection<UUID> ids) {
        var references = rows.scope().in(organisation, () -> {
            var unusedLate = tell(store.takeLate(organisation, ids, clock.instant()), new CallOutcome.TimedOut());
            return store.references(ids);
        });
        var unused = match(organisation, references);
    }

    private List<Lane> match(OrganisationId organisation, List<byte[]> references) {
        var since = clock.instant().minus(EARLY);
        var told = new ArrayList<Lane>();
        for (var reference : references) {
            rows.scope().run(organisation, () -> store.happened(organisation, reference, since)
                    .ifPresent(happened -> told.addAll(tell(organisation, reference, happened))));
        }
        return told;
    }

    private List<Lane> tell(OrganisationId organisation, byte[] reference, ExpectedStore.Happened happened) {
        try {
            var event = seals.event(organisation, happened);
            var told = tell(organisation, reference, new CallOutcome.Answered(event));
            if (!told.isEmpty()) {
                store.told(happened.id());
            }
            return told;
        } catch (Unreadable gone) {
            store.told(happened.id());
            return List.of();
        }
    }

    private List<Lane> tell(OrganisationId organisation, byte[] reference, CallOutcome outcome) {
        return tell(store.take(organisation, reference), outcome);
    }

    private List<Lane> tell(List<ExpectedStore.Row> expecting, CallOutcome outcome) {
        var trip = new RoundTrip();
        var now = clock.instant();
        for (var row : expecting) {
            var content = seals.outcome(row.id(), row.lane(), now, result(row, outcome, now));
            if (content != null) {
                inbox.result(trip, new Result(row.id(), row.lane(), Source.EVENT, Calls.RESULT, content, now));
            }
        }
        trip.run(rows.jdbc());
        return expecting.stream().map(ExpectedStore.Row::lane).toList();
    }

    private static CallResult result(ExpectedStore.Row row, CallOutcome outcome, Instant now) {
        var took = Duration.between(row.since(), now);
        return new CallResult(
                outcome, row.target(), OutcomeWord.of(outcome).code(), 0, took.isNegative() ? Duration.ZERO : took);
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            var now = clock.instant();
            store.over(now, now.minus(EARLY), AT_ONCE).forEach(this::lookAt);
        } catch (RuntimeException away) {
            LOG.warn(
                    "The database can't be asked for what is expected: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void lookAt(OrganisationId organisation, Set<UUID> ids) {
        try {
            look(organisation, ids);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "What organisation {} expects can't be looked at: {}",
                    organisation,
                    failed.getClass().getSimpleName());
        }
    }
}
