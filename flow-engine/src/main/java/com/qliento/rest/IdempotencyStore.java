package com.qliento.rest;

import com.qliento.database.NodeConnection;
import com.qliento.organisation.OrganisationId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests that carried an {@code Idempotency-Key}. In the organisation's transaction. */
@Component
class IdempotencyStore {

    private final JdbcClient jdbc;
    private final NodeConnection node;

    IdempotencyStore(JdbcClient jdbc, NodeConnection node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /** A request, by what it and its key are found again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(OrganisationId organisation, byte[] key, byte[] request) {

        @Override
        public String toString() {
            return "Asked";
        }
    }

    /**
     * What is known of a request with this key.
     *
     * @param status null while it is being done
     * @param body sealed; null when there was none, or when it is forgotten
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Known(
            byte[] key,
            boolean sameRequest,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String etag,
            byte @Nullable [] body,
            boolean forgotten) {

        @Override
        public String toString() {
            return "Known[" + status + "]";
        }
    }

    /**
     * Whether it is this node's to do now.
     *
     * @param before the same, as earlier versions found it: what they kept is there for a day after an upgrade
     */
    boolean begin(Asked asked, Asked before, Instant now) {
        return jdbc.sql("""
                        INSERT INTO organisation_idempotency AS earlier
                          (organisation_id, key_hash, request_hash, created_at, node)
                        SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (
                          SELECT FROM organisation_idempotency WHERE organisation_id = ? AND key_hash = ?)
                        ON CONFLICT (organisation_id, key_hash) DO UPDATE SET node = excluded.node
                        WHERE earlier.status IS NULL AND earlier.request_hash = excluded.request_hash
                          AND (earlier.node IS NULL OR earlier.node NOT IN (SELECT outbox_living_nodes()))
                        """)
                        .param(asked.organisation().value())
                        .param(asked.key())
                        .param(asked.request())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(node.node())
                        .param(asked.organisation().value())
                        .param(before.key())
                        .update()
                == 1;
    }

    Known earlier(Asked asked, Asked before) {
        return jdbc.sql(
                        "SELECT * FROM organisation_idempotency WHERE organisation_id = ? AND key_hash IN (?, ?) LIMIT 1")
                .param(asked.organisation().value())
                .param(asked.key())
                .param(before.key())
                .query((row, n) -> known(row, asked, before))
                .single();
    }

    private static Known known(ResultSet row, Asked asked, Asked before) throws SQLException {
        var request = row.getBytes("request_hash");
        return new Known(
                row.getBytes("key_hash"),
                MessageDigest.isEqual(asked.request(), request) || MessageDigest.isEqual(before.request(), request),
                row.getObject("status", Integer.class),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body"),
                row.getBoolean("forgotten"));
    }

    void end(OrganisationId organisation, Known done) {
        jdbc.sql("""
                        UPDATE organisation_idempotency SET status = ?, location = ?, etag = ?, body = ?, forgotten = ?
                        WHERE organisation_id = ? AND key_hash = ?
                        """)
                .param(done.status())
                .param(done.location())
                .param(done.etag())
                .param(done.body())
                .param(done.forgotten())
                .param(organisation.value())
                .param(done.key())
                .update();
    }

    void forget(OrganisationId organisation, byte[] key) {
        jdbc.sql("DELETE FROM organisation_idempotency WHERE organisation_id = ? AND key_hash = ?")
                .param(organisation.value())
                .param(key)
                .update();
    }

    void forgetLeftBehind(OrganisationId organisation) {
        jdbc.sql("""
                        DELETE FROM organisation_idempotency
                        WHERE organisation_id = ? AND status IS NULL
                          AND (node IS NULL OR node NOT IN (SELECT outbox_living_nodes()))
                        """).param(organisation.value()).update();
    }

    /** Of the keys that answers are sealed with, those that seal nothing younger. */
    List<UUID> keysOnlyBefore(OrganisationId organisation, Instant before) {
        return jdbc.sql("""
                        SELECT encode(substring(body FROM 2 FOR 16), 'hex')::uuid FROM organisation_idempotency
                        WHERE organisation_id = ? AND created_at < ? AND body IS NOT NULL
                        EXCEPT
                        SELECT encode(substring(body FROM 2 FOR 16), 'hex')::uuid FROM organisation_idempotency
                        WHERE organisation_id = ? AND created_at >= ? AND body IS NOT NULL
                        """)
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void forgetBefore(OrganisationId organisation, Instant before) {
        jdbc.sql("DELETE FROM organisation_idempotency WHERE organisation_id = ? AND created_at < ?")
                .param(organisation.value())
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The keys that answers are sealed with. */
    List<UUID> keys(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT DISTINCT encode(substring(body FROM 2 FOR 16), 'hex')::uuid FROM organisation_idempotency
                        WHERE organisation_id = ? AND body IS NOT NULL
                        """).param(organisation.value()).query(UUID.class).list();
    }

    void forgetBodies(OrganisationId organisation) {
        jdbc.sql("""
                        UPDATE organisation_idempotency SET body = NULL, forgotten = true
                        WHERE organisation_id = ? AND body IS NOT NULL
                        """).param(organisation.value()).update();
    }
}
