package com.qliento.audit;

import com.qliento.database.TimeOrderedId;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where deeds are noted. An entry commits with the deed or not at all; it gets its place in the chain within seconds after,
 * so no deed waits for another organisation's or another node's.
 */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Audit(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Notes it in the transaction that is open, which has to be the organisation's.
     *
     * @throws IllegalStateException when none is open: the deed and its entry would not be one
     */
    public void note(Deed deed) {
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
    }
}
