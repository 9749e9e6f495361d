package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The main database's notes about which keys the key database was given: they tell a key that never was from one that is
 * lost. Written with the organisation's transaction where one is open, else in one of its own; a note that is lost with a
 * rollback only makes less known.
 */
final class KeyLedger {

    /** What is noted of one organisation. */
    record Made(
            OrganisationId organisation,
            boolean pepper,
            byte @Nullable [] pepperCheck,
            boolean secrets,
            @Nullable OffsetDateTime latestHour) {

        @Override
        public String toString() {
            return "Made[" + organisation + "]";
        }
    }

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final boolean goOn;
    private final Map<OrganisationId, ReceiptHour> latest = new ConcurrentHashMap<>();

    KeyLedger(OrganisationScope scope, JdbcClient jdbc, PlatformTransactionManager transactionManager, boolean goOn) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.goOn = goOn;
        this.own = new TransactionTemplate(transactionManager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the operator knows that keys are lost, and goes on without them. */
    boolean goesOnWithout() {
        return goOn;
    }

    /** What is noted; nothing when nothing was ever made. */
    Made of(OrganisationId organisation) {
        return in(organisation, () -> jdbc.sql(
                        "SELECT pepper, pepper_check, secrets, latest_hour FROM vault_made WHERE organisation_id = ?")
                .param(organisation.value())
                .query((row, n) -> new Made(
                        organisation,
                        row.getBoolean("pepper"),
                        row.getBytes("pepper_check"),
                        row.getBoolean("secrets"),
                        row.getObject("latest_hour", OffsetDateTime.class)))
                .optional()
                .orElse(new Made(organisation, false, null, false, null)));
    }

    /** The organisation has this pepper, which makes this of a known value. */
    void pepper(OrganisationId organisation, byte[] check) {
        in(organisation, () -> jdbc.sql("""
                        INSERT INTO vault_made AS m (organisation_id, pepper, pepper_check) VALUES (?, true, ?)
                        ON CONFLICT (organisation_id) DO UPDATE
                        SET pepper = true, pepper_check = coalesce(m.pepper_check, excluded.pepper_check)
                        """).params(organisation.value(), check).update());
    }

    /** The organisation has a key for its own secrets. */
    void secrets(OrganisationId organisation) {
        in(organisation, () -> jdbc.sql("""
                        INSERT INTO vault_made (organisation_id, secrets) VALUES (?, true)
                        ON CONFLICT (organisation_id) DO UPDATE SET secrets = true
                        """).param(organisation.value()).update());
    }

    /** Something was sealed with this hour's key; one write an hour, and none where somebody else is just writing. */
    void hour(OrganisationId organisation, ReceiptHour hour) {
        var known = latest.get(organisation);
        if (known == null || known.compareTo(hour) < 0) {
            latest.put(organisation, hour);
            in(organisation, () -> {
                jdbc.sql("INSERT INTO vault_made (organisation_id) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(organisation.value())
                        .update();
                return jdbc.sql("""
                                UPDATE vault_made SET latest_hour = greatest(latest_hour, ?) WHERE organisation_id IN (
                                  SELECT organisation_id FROM vault_made WHERE organisation_id = ?
                                    AND (latest_hour IS NULL OR latest_hour < ?) FOR UPDATE SKIP LOCKED)
                                """)
                        .params(hour.start(), organisation.value(), hour.start())
                        .update();
            });
        }
    }

    /** The notes about all organisations. */
    List<Made> all() {
        return jdbc.sql("SELECT organisation_id, pepper, secrets, latest_hour FROM vault_made_all()")
                .query((row, n) -> new Made(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getBoolean("pepper"),
                        null,
                        row.getBoolean("secrets"),
                        row.getObject("latest_hour", OffsetDateTime.class)))
                .list();
    }

    /** Joins the organisation's own transaction: one that waits for a second connection may wait for itself. */
    private <T> T in(OrganisationId organisation, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive() && entered(organisation)) {
            return work.get();
        }
        return own.execute(status -> {
            scope.enter(organisation);
            return work.get();
        });
    }

    private boolean entered(OrganisationId organisation) {
        return jdbc.sql("SELECT current_organisation() IS NOT DISTINCT FROM ?")
                .param(organisation.value())
                .query(Boolean.class)
                .single();
    }
}
