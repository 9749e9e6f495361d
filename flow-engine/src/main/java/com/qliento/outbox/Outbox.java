package com.qliento.outbox;

import com.qliento.database.RoundTrip;
import com.qliento.inbox.Before;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The durable outbox. What is queued is sent once in order for its contact, or parked with a reason. A message may reach
 * WhatsApp twice only when a call was in the air as its node died, or its answer was lost, and no delivery status told
 * in time that it had been accepted.
 */
@Component
public class Outbox {

    private final OutboxStore store;
    private final OutboxListing listing;
    private final Dispatcher dispatcher;
    private final OrganisationScope scope;

    Outbox(OutboxStore store, OutboxListing listing, Dispatcher dispatcher, OrganisationScope scope) {
        this.store = store;
        this.listing = listing;
        this.dispatcher = dispatcher;
        this.scope = scope;
    }

    /** Queues messages in the open transaction, as the trip runs; they are sent when it commits. */
    public void enqueue(RoundTrip trip, OrganisationId organisation, List<Outgoing> messages) {
        store.insert(trip, organisation, messages);
        var ready = messages.stream()
                .filter(message -> !message.empty())
                .map(m -> new Ready(m.id(), m.lane(), m.json(), m.freeUntil(), m.reply(), 0, false, null, null))
                .toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatcher.offer(ready);
            }
        });
    }

    /**
     * Lists a lane's messages with another lane of the same organisation; what waits is sent in the order it has, to
     * where the other's contact is reached then.
     */
    public void move(Lane from, Lane to) {
        listing.move(from.contact(), to.contact());
        store.moved(from.contact());
    }

    /**
     * The lane's contact has another number or user id: what is not sent when the open transaction commits goes there,
     * on whichever node it waits; what is parked too, when it is tried again.
     */
    public void readdress(Lane lane) {
        store.moved(lane.contact());
    }

    /** Sends a parked or failed message again; throws {@link Problem} when it is neither. */
    public void retry(OrganisationId organisation, UUID id) {
        scope.run(organisation, () -> {
            if (!listing.requeue(id)) {
                throw Problem.notFound("parked or failed message", id);
            }
        });
    }

    /** Gives up a parked or failed message; it stays listed. Throws {@link Problem} when it is neither. */
    public void drop(OrganisationId organisation, UUID id) {
        scope.run(organisation, () -> {
            if (!listing.drop(id)) {
                throw Problem.notFound("parked or failed message", id);
            }
        });
    }

    /** Messages that are parked, at most so many, in the order in which they were queued or from its end. */
    public List<UUID> parked(OrganisationId organisation, boolean latestFirst, int most) {
        return scope.in(organisation, () -> listing.parked(organisation, latestFirst, most));
    }

    /** How many messages are parked. */
    public int parked(OrganisationId organisation) {
        return scope.in(organisation, () -> listing.parked(organisation));
    }

    /** How many messages were tried before this and are not sent yet, whatever keeps them from being sent. */
    public int stuck(OrganisationId organisation, Instant before) {
        return scope.in(organisation, () -> listing.stuck(organisation, before));
    }

    /** A page of what went out, newest first, after this one (null begins), to one contact or all. */
    public List<OutboxEntry> page(
            OrganisationId organisation, @Nullable Before before, @Nullable UUID contact, int size) {
        return scope.in(organisation, () -> listing.page(organisation, before, contact, size));
    }

    /** One message that went or goes out. */
    public Optional<OutboxEntry> find(OrganisationId organisation, UUID id) {
        return scope.in(organisation, () -> listing.find(id));
    }
}
