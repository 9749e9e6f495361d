package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was destroyed, remembered in the main database. Each write commits in a transaction of its own: a caller's
 * rollback must not take back the tombstone of a key that is gone.
 */
final class Tombstones {

    /** A destroyed subject key. */
    record OfSubject(OrganisationId organisation, SubjectId subject, Instant destroyedAt) {}

    /** The floor below which an organisation's hour keys are destroyed. */
    record OfHours(OrganisationId organisation, ReceiptHour before) {}

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    Tombstones(OrganisationScope scope, JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactionManager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void add(OfSubject tombstone) {
        write(tombstone.organisation(), () -> jdbc.sql("""
                        INSERT INTO vault_tombstone (organisation_id, subject_id, destroyed_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        tombstone.organisation().value(),
                        tombstone.subject().value(),
                        tombstone.destroyedAt().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Those of these there is no tombstone of. */
    List<OfSubject> missing(OrganisationId organisation, List<OfSubject> destroyed) {
        var ids = destroyed.stream().map(one -> one.subject().value()).toArray();
        var there = scope.in(
                organisation,
                () -> Set.copyOf(jdbc.sql(
                                "SELECT subject_id FROM vault_tombstone WHERE organisation_id = ? AND subject_id = ANY (?)")
                        .params(organisation.value(), new SqlArrayValue("uuid", ids))
                        .query(UUID.class)
                        .list()));
        return destroyed.stream()
                .filter(one -> !there.contains(one.subject().value()))
                .toList();
    }

    void add(OfHours tombstone, Instant at) {
        write(tombstone.organisation(), () -> jdbc.sql("""
                        INSERT INTO vault_hour_tombstone AS t (organisation_id, destroyed_before, destroyed_at)
                        VALUES (?, ?, ?) ON CONFLICT (organisation_id) DO UPDATE
                        SET destroyed_before = excluded.destroyed_before, destroyed_at = excluded.destroyed_at
                        WHERE t.destroyed_before < excluded.destroyed_before
                        """)
                .params(tombstone.organisation().value(), tombstone.before().start(), at.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Tells the other nodes what to forget. */
    void tell(String notice) {
        own.executeWithoutResult(status -> jdbc.sql("SELECT pg_notify(?, ?)")
                .params(DestructionNotices.CHANNEL, notice)
                .query((row, n) -> true)
                .single());
    }

    private void write(OrganisationId organisation, Runnable sql) {
        own.executeWithoutResult(status -> {
            scope.enter(organisation);
            sql.run();
        });
    }

    /** The next tombstones of all organisations in the order of organisation and subject; empty at the end. */
    List<OfSubject> subjectsAfter(OrganisationId organisation, SubjectId subject, int atMost) {
        return jdbc.sql("SELECT organisation_id, subject_id, destroyed_at FROM vault_tombstones_after(?, ?, ?)")
                .params(organisation.value(), subject.value(), atMost)
                .query((row, n) -> new OfSubject(
                        organisation(row),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getObject("destroyed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The floors of all organisations. */
    List<OfHours> hours() {
        return jdbc.sql("SELECT organisation_id, destroyed_before FROM vault_hour_tombstones()")
                .query((row, n) -> new OfHours(
                        organisation(row),
                        ReceiptHour.of(row.getObject("destroyed_before", OffsetDateTime.class)
                                .toInstant())))
                .list();
    }

    private static OrganisationId organisation(ResultSet row) throws SQLException {
        return new OrganisationId(row.getObject("organisation_id", UUID.class));
    }
}
