package com.qliento.conversation;

import com.qliento.consent.Consents;
import com.qliento.contact.Contacts;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.VaultLock;
import com.qliento.conversation.customer.Correspondent;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What a step begins with: the time, the customer, the answers so far, and the messages that wait. */
@Component
class StepStart {

    private final Customers customers;
    private final Vault vault;
    private final Inbox inbox;
    private final SendLimitsInForce limits;
    private final Clock clock;

    /** Who customers are, and what may be done with their data. */
    @Component
    record Customers(Contacts contacts, Consents consents) {}

    StepStart(Customers customers, Vault vault, Inbox inbox, SendLimitsInForce limits, Clock clock) {
        this.customers = customers;
        this.vault = vault;
        this.inbox = inbox;
        this.limits = limits;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** By which {@code now} and {@code today} are in the organisation's flows. */
    ZoneId zone(OrganisationId organisation) {
        return limits.zone(organisation);
    }

    Step of(Conversation conversation) {
        var now = now();
        return new Step(
                conversation,
                new Answers(new VaultLock(vault, conversation.id(), conversation.lane(), now), conversation.answers()),
                new Correspondent(customers.contacts(), customers.consents(), conversation.lane()),
                now,
                zone(conversation.lane().organisation()));
    }

    /** The lane's first messages. */
    void pending(RoundTrip trip, Lane lane, int most, Consumer<Pending> pending) {
        inbox.next(trip, lane, most, pending);
    }
}
