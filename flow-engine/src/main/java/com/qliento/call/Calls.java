package com.qliento.call;

import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import java.util.List;
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

    private final CallStore store;
    private final CallSeals seals;
    private final CallDesk desk;

    Calls(CallStore store, CallSeals seals, CallDesk desk) {
        this.store = store;
        this.seals = seals;
        this.desk = desk;
    }

    /** Asks for calls in the open transaction of the organisation, as the trip runs; they are made when it commits. */
    public void ask(RoundTrip trip, List<Call> calls) {
        for (var call : calls) {
            desk.requireCallee(call.kind());
            store.insert(trip, call, seals.request(call));
        }
        var tickets = calls.stream().map(Ticket::of).toList();
        afterCommit(() -> tickets.forEach(desk::offer));
    }

    /**
     * Nobody waits for this call any more. One that waits is not made; one that is under way ends unheard. Nothing happens
     * when it has ended.
     */
    public void cancel(RoundTrip trip, UUID call) {
        store.cancel(trip, call);
        afterCommit(() -> desk.forget(call));
    }

    /** What a result of the kind {@link #RESULT} is. Throws {@link com.qliento.vault.Unreadable} when it can't be opened any more. */
    public CallOutcome outcome(OrganisationId organisation, Pending result) {
        return seals.outcome(organisation, result.id(), result.content());
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
