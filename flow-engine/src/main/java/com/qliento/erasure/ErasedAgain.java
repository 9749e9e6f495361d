package com.qliento.erasure;

import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.ErasedBefore;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Erases people once more who came back with a backup: it was approved then, and nobody is asked again. */
@Component
class ErasedAgain implements ErasedBefore {

    private final ErasureStore store;
    private final HoldStore holds;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Clock clock;

    ErasedAgain(ErasureStore store, HoldStore holds, Contacts contacts, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.contacts = contacts;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void wereErased(OrganisationId organisation, List<SubjectId> subjects) {
        var now = clock.instant();
        scope.run(
                organisation,
                () -> subjects.forEach(one -> {
                    holds.find(organisation, one.value())
                            .filter(hold -> hold.endedAt() == null)
                            .ifPresent(hold -> holds.end(hold.id(), null, now));
                    contacts.family(organisation, new ContactId(one.value()))
                            .ifPresent(family -> store.again(
                                    organisation,
                                    TimeOrderedId.at(now),
                                    family.stays().value(),
                                    now));
                }));
    }
}
