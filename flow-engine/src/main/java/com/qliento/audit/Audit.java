package com.qliento.audit;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where deeds are noted. An entry commits with the deed or not at all; it gets its place in the chain within seconds after,
 * so no deed waits for another organisation's or another node's.
 */
@Component
public class Audit {

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Audit(OrganisationScope scope, JdbcClient jdbc, Vault vault, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Does this in a transaction of the deed's organisation, or in the one that is open, and notes it there. */
    public <T> T in(Deed deed, Supplier<T> work) {
        return scope.in(deed.organisation(), () -> {
            var done = work.get();
            note(deed);
            return done;
        });
    }

    /** As {@link #in}, for work without a result. */
    public void run(Deed deed, Runnable work) {
        scope.run(deed.organisation(), () -> {
            work.run();
            note(deed);
        });
    }

    /**
     * Notes it in the transaction that is open, which has to be the organisation's.
     *
     * @throws IllegalStateException when none is open: the deed and its entry would not be one
     */
    public void note(Deed deed) {
        var unused = noted(deed);
    }

    /** As {@link #note}; gives the entry's id, by which {@link AuditLog#place} finds its place in the chain. */
    public UUID noted(Deed deed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("There is no transaction that " + deed + " could be noted in.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = TimeOrderedId.at(now);
        var sealed = AuditDetail.seal(vault, deed.organisation(), id, deed.detail());
        jdbc.sql("""
                        INSERT INTO audit_entry (id, organisation_id, at, actor_kind, actor, action, about_kind, about,
                          detail, detail_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(deed.organisation().value())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(deed.actor().kind().word())
                .param(deed.actor().id())
                .param(deed.action().code())
                .param(deed.action().about())
                .param(deed.about())
                .param(sealed)
                .param(AuditChain.hashOf(sealed))
                .update();
        return id;
    }
}
