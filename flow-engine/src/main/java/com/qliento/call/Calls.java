package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Durable calls to other systems. A call that is asked for is made once its step is durable, and its outcome comes to the
 * lane of whoever waits, once and in the lane's order. It is made twice only when its node died while it was under way
 * and its {@link Repeat} allows it; one that must not be made twice is made once at most.
 */
@Component
public class Calls {

    /** The kind of results that outcomes of calls are. */
    public static final String RESULT = "call";

    private static final Duration RECENT = Duration.ofDays(1);
    private static final int IN_A_ROW = 3;

    private final CallStore store;
    private final CallSeals seals;
    private final CallDesk desk;
    private final Expecting expecting;
    private final Seen seen;

    /** By what is seen which calls there were, and when. */
    @Component
    record Seen(OrganisationScope scope, Clock clock) {}

    /** Who is asked, and what is awaited of those who are not. */
    @Component
    record Expecting(Callees callees, Expectations expectations) {}

    Calls(CallStore store, CallSeals seals, CallDesk desk, Expecting expecting, Seen seen) {
        this.store = store;
        this.seals = seals;
        this.desk = desk;
        this.expecting = expecting;
        this.seen = seen;
    }

    /** Asks for calls in the open transaction of the organisation, as the trip runs; they are made when it commits. */
    public void ask(RoundTrip trip, List<Call> calls) {
        for (var call : calls) {
            expecting.callees().of(call.kind());
            store.insert(trip, call, seals.request(call));
        }
        var tickets = calls.stream().map(Ticket::of).toList();
        afterCommit(() -> tickets.forEach(desk::offer));
    }

    /**
     * Waits for something that happens elsewhere, in the open transaction of the organisation, as the trip runs. What has
     * happened already is told within a second or two.
     */
    public void expect(RoundTrip trip, Expected expected) {
        expecting.expectations().insert(trip, expected);
    }

    /**
     * Something happened that a flow may wait for: it goes on with it, at once or when it comes to wait for it within a
     * day. Durable when this returns, or with the open transaction of the organisation. The same once more, when nobody
     * waits any more, changes nothing. Gives the lanes of those who waited; none when nobody does yet.
     */
    public List<Lane> happened(OrganisationId organisation, String reference, JsonNode event) {
        return expecting.expectations().happened(organisation, reference, event);
    }

    /** Whether somebody waits for what has this reference. */
    public boolean awaited(OrganisationId organisation, String reference) {
        return expecting.expectations().awaited(organisation, reference);
    }

    /** A call that has ended, in the open transaction of the organisation; empty when its record is not there, or no more. */
    public Optional<Ended> ended(UUID call) {
        return store.ended(call);
    }

    /**
     * Nobody waits for this call any more. One that waits is not made; one that is under way ends unheard. Nothing happens
     * when it has ended.
     */
    public void cancel(RoundTrip trip, UUID call) {
        store.cancel(trip, call);
        afterCommit(() -> desk.forget(call));
    }

    /** The same, in the open transaction of the organisation. */
    public void cancel(UUID call) {
        boolean unused = store.cancel(call);
        afterCommit(() -> desk.forget(call));
    }

    /**
     * A call that is only tried.
     *
     * @param request as it would leave, a secret by its name only
     * @param answer such as might come
     */
    public record Preview(JsonNode request, JsonNode answer) {

        /** Nothing of either. */
        @Override
        public String toString() {
            return "Preview";
        }
    }

    /** What this call would be. Nobody is asked. */
    public Preview preview(CallRequest call) {
        var callee = expecting.callees().of(call.kind());
        return new Preview(callee.shown(call.request()), callee.sampleAnswer(call.request()));
    }

    /** What a result of the kind {@link #RESULT} is. Throws {@link com.qliento.vault.Unreadable} when it can't be opened any more. */
    public CallResult result(OrganisationId organisation, Pending result) {
        return seals.outcome(organisation, result.id(), result.content());
    }

    /** Whom the organisation's calls do not get through to now: three times in a row, within the last day. */
    public List<FailingCalls> failing(OrganisationId organisation) {
        var from = seen.clock().instant().minus(RECENT);
        return seen.scope().in(organisation, () -> store.failing(from, IN_A_ROW));
    }

    /** How the calls fare that this block of this flow makes: now, and within the last day. */
    public CallsAtBlock atBlock(OrganisationId organisation, String flow, String element) {
        var from = seen.clock().instant().minus(RECENT);
        return seen.scope().in(organisation, () -> store.atBlock(organisation, flow, element, from));
    }

    /** Hands a lane's calls to another lane of the same organisation, in the open transaction; outcomes come there. */
    public void move(Lane from, Lane to) {
        store.move(from.contact(), to);
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
