package com.qliento.contact;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Outage;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.KeptValues;
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
 * is left as it is, counted, and holds up nothing; it is tried again at the next start.
 */
@Component
class KeptContacts implements KeptValues {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContacts.class);

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeptContactStore store;
    private final OrganisationScope scope;
    private final Vault vault;
    private final Organisations organisations;
    private volatile boolean started;
    private final Outage outage = new Outage(LOG, "Contacts can't be sealed anew");

    KeptContacts(KeptContactStore store, OrganisationScope scope, Organisations organisations, Vault vault) {
        this.store = store;
        this.scope = scope;
        this.organisations = organisations;
        this.vault = vault;
    }

    @Override
    public boolean areSealedAnew(OrganisationId organisation) {
        return scope.in(organisation, () -> store.count(organisation)) == 0;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
    void sweep() {
        try {
            // A backup of the key database that brings back keys comes with a start.
            if (!started) {
                organisations.ids().forEach(each -> scope.run(each, () -> store.tryAgain(each)));
                started = true;
            }
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
        /** It can't be opened; tried again at the next start. */
        LEFT
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
        var address = anew(organisation, row.id(), "address", row.address());
        var name = anew(organisation, row.id(), "name", row.name());
        var what = address.left() || name.left() ? What.LEFT : What.SEALED;
        return new Outcome(new KeptContactStore.Row(row.id(), address.bytes(), name.bytes()), what);
    }

    /** A value as it is to be from now on, and whether it is left as it was. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Anew(byte @Nullable [] bytes, boolean left) {

        @Override
        public String toString() {
            return "Anew";
        }
    }

    private Anew anew(OrganisationId organisation, UUID contact, String column, byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Anew(null, false);
        }
        try {
            var sealed = Sealed.of(bytes);
            if (sealed.isKept()) {
                return new Anew(bytes, false);
            }
            var place = new Place("contact", column, contact);
            var plain = vault.openKept(organisation, place, sealed);
            var kept = vault.sealKept(organisation, new ContactId(contact).subject(), place, plain);
            return new Anew(kept.bytes(), false);
        } catch (Unreadable gone) {
            return new Anew(bytes, true);
        }
    }
}
