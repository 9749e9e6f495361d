package com.qliento.contact;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Outage;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals names and addresses anew that would go with the hour they came in, so that they go with their person alone. A
 * batch is a transaction: stopped anywhere, it goes on where it was; several nodes share the rows. What can't be opened
 * is left as it is, counted, and holds up nothing.
 */
@Component
class KeptContacts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContacts.class);

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeptContactStore store;
    private final OrganisationScope scope;
    private final Vault vault;
    private final Outage outage = new Outage(LOG, "Contacts can't be sealed anew");

    KeptContacts(KeptContactStore store, OrganisationScope scope, Vault vault) {
        this.store = store;
        this.scope = scope;
        this.vault = vault;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    void sweep() {
        try {
            store.organisations().forEach(this::sealAnew);
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** All of an organisation's that nobody else is just writing. */
    void sealAnew(OrganisationId organisation) {
        int sealed = 0;
        int left = 0;
        var last = FIRST;
        List<Outcome> batch;
        do {
            var after = last;
            batch = scope.in(organisation, () -> seal(organisation, store.hourly(organisation, after, BATCH)));
            for (var one : batch) {
                last = one.row().id();
                sealed += one.what() == What.SEALED ? 1 : 0;
                left += one.what() == What.LEFT ? 1 : 0;
            }
        } while (batch.size() == BATCH);
        if (sealed + left > 0) {
            LOG.info(
                    "{}: {} contacts go with their person from now on, {} can't be opened and are left",
                    organisation,
                    sealed,
                    left);
        }
    }

    /** What was done with a contact. */
    enum What {
        SEALED,
        /** It can't be opened, and never will be. */
        LEFT,
        /** Its key is lost, and may come back with a backup of the key database. */
        LATER
    }

    /** A row as it is to be from now on. */
    record Outcome(KeptContactStore.Row row, What what) {}

    private List<Outcome> seal(OrganisationId organisation, List<KeptContactStore.Row> rows) {
        // Reads the keys of all of them with one statement.
        var unused = vault.erased(
                organisation,
                rows.stream().map(row -> new ContactId(row.id()).subject()).toList());
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            outcomes.add(seal(organisation, row));
        }
        store.save(outcomes);
        return outcomes;
    }

    private Outcome seal(OrganisationId organisation, KeptContactStore.Row row) {
        var reasons = new ArrayList<Unreadable.Reason>();
        var address = seal(organisation, row.id(), "address", row.address(), reasons);
        var name = seal(organisation, row.id(), "name", row.name(), reasons);
        var what =
                reasons.isEmpty() ? What.SEALED : reasons.contains(Unreadable.Reason.KEY_LOST) ? What.LATER : What.LEFT;
        return new Outcome(new KeptContactStore.Row(row.id(), address, name), what);
    }

    private byte @Nullable [] seal(
            OrganisationId organisation,
            UUID contact,
            String column,
            byte @Nullable [] bytes,
            List<Unreadable.Reason> reasons) {
        if (bytes == null) {
            return null;
        }
        try {
            var sealed = Sealed.of(bytes);
            if (sealed.isKept()) {
                return bytes;
            }
            var place = new Place("contact", column, contact);
            var plain = vault.openKept(organisation, place, sealed);
            return vault.sealKept(organisation, new ContactId(contact).subject(), place, plain)
                    .bytes();
        } catch (Unreadable gone) {
            reasons.add(gone.reason());
            return bytes;
        }
    }
}
