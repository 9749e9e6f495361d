package com.qliento.consent;

import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What people agreed to, for the engine. Every method runs in the open transaction of the organisation: what another
 * transaction has committed before is seen, what it commits after is for the next step or the next message.
 */
@Component
public class Consents {

    private final ConsentLedger ledger;
    private final Gate gate;
    private final Clock clock;

    Consents(ConsentLedger ledger, Gate gate, Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Whether the data of this person may be used for this now. The order of reasons: a restriction closes everything; an
     * objection closes its purpose until it is lifted or the person agrees anew; else what they said last decides, whether it
     * was said as this contact or as one that turned out to be the same person; and when they said nothing, what the purpose
     * stands on ({@link Purpose#basis}). One statement.
     */
    public Permit mayI(OrganisationId organisation, ContactId contact, Purpose purpose) {
        return mayI(organisation, List.of(contact), purpose).getOrDefault(contact, Permit.NO_CONSENT);
    }

    /** The same of many, with one statement for all of them. */
    public Map<ContactId, Permit> mayI(OrganisationId organisation, Collection<ContactId> contacts, Purpose purpose) {
        Objects.requireNonNull(organisation);
        return contacts.isEmpty() ? Map.of() : gate.ask(contacts, purpose);
    }

    /** For every purpose. */
    public Map<Purpose, Permit> standing(OrganisationId organisation, ContactId contact) {
        Objects.requireNonNull(organisation);
        var answers = new EnumMap<Purpose, Permit>(Purpose.class);
        gate.ask(Stream.of(Purpose.values())
                        .map(purpose -> new Gate.Question(contact.value(), purpose))
                        .toList())
                .forEach((question, permit) -> answers.put(question.purpose(), permit));
        return answers;
    }

    /**
     * Adds what somebody said to the ledger, and gives the id of the record in which it stands; when it stands in several,
     * as what is taken back may, one of them.
     *
     * @throws com.qliento.vault.KeyDestroyed when the person was erased
     */
    public UUID record(OrganisationId organisation, ConsentStatement said) {
        return ledger.write(organisation, said, clock.instant());
    }
}
