package com.qliento.account;

import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Outage;
import com.qliento.vault.Unreadable;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals accounts anew that share the platform's key, each with a key of its own, so that one can end alone. A batch is a
 * transaction: stopped anywhere, it goes on where it was; several nodes share the rows. What can't be opened is left as it
 * is, and tried again an hour later.
 */
@Component
class KeptAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAccounts.class);

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final AccountStore store;
    private final OrganisationScope scope;
    private final Outage outage = new Outage(LOG, "Accounts can't be sealed anew");

    KeptAccounts(AccountStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** A batch that was gone through. */
    private record Batch(int rows, UUID last, int sealed) {}

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 15_000)
    void sweep() {
        try {
            int rows = 0;
            int sealed = 0;
            var batch = new Batch(BATCH, FIRST, 0);
            while (batch.rows() == BATCH) {
                var after = batch.last();
                batch = scope.in(AccountStore.PLATFORM, () -> sealAnew(after));
                rows += batch.rows();
                sealed += batch.sealed();
            }
            if (rows > 0) {
                LOG.info(
                        "{} accounts have keys of their own now, {} can't be opened and are left",
                        sealed,
                        rows - sealed);
            }
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    private Batch sealAnew(UUID after) {
        var rows = store.secrets(after, BATCH);
        int sealed = 0;
        for (var row : rows) {
            try {
                store.sealAnew(row);
                sealed++;
            } catch (Unreadable gone) {
                LOG.debug(
                        "Account {} can't be opened: {}",
                        row.id(),
                        gone.reason().word());
            }
        }
        return new Batch(
                rows.size(),
                rows.isEmpty() ? after : rows.get(rows.size() - 1).id().value(),
                sealed);
    }
}
