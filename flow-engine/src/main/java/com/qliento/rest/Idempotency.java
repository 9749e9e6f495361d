package com.qliento.rest;

import com.qliento.database.NodeConnection;
import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers the answers of requests that carried an {@code Idempotency-Key}, for a day. The same key with the same
 * request gets the same answer and changes nothing; with another request it is refused. A request whose node went before
 * it answered is done again: nobody knows whether it was done.
 */
@Component
class Idempotency {

    private static final ProblemType IDEMPOTENCY_KEY_USED =
            new ProblemType(ProblemKind.CONFLICT, "idempotency-key-used", "The Idempotency-Key was used before");
    private static final ProblemType IN_PROGRESS =
            new ProblemType(ProblemKind.CONFLICT, "in-progress", "The same request is in progress");

    private static final Duration KEPT = Duration.ofDays(1);

    /** An answer given before. */
    record Answer(
            int status, @Nullable String location, @Nullable String etag, byte[] body) {

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Organisations organisations;
    private final NodeConnection node;

    Idempotency(
            OrganisationScope scope, JdbcClient jdbc, Clock clock, Organisations organisations, NodeConnection node) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
        this.organisations = organisations;
        this.node = node;
    }

    /**
     * Takes the key for this request. Gives the answer given before; empty when the request is to be done now.
     *
     * @throws Problem (conflict) when the key belongs to another request, or the same one is being done right now
     */
    Optional<Answer> begin(Caller caller, String key, byte[] request) {
        return scope.in(caller.organisation(), () -> {
            int taken = jdbc.sql("""
                            INSERT INTO organisation_idempotency AS earlier
                              (organisation_id, key_hash, request_hash, created_at, node)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (organisation_id, key_hash) DO UPDATE SET node = excluded.node
                            WHERE earlier.status IS NULL AND earlier.request_hash = excluded.request_hash
                              AND (earlier.node IS NULL OR earlier.node NOT IN (SELECT outbox_living_nodes()))
                            """)
                    .param(caller.organisation().value())
                    .param(hash(key.getBytes(StandardCharsets.UTF_8)))
                    .param(hash(request))
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(node.node())
                    .update();
            return taken == 1 ? Optional.<Answer>empty() : Optional.of(earlier(key, request));
        });
    }

    private Answer earlier(String key, byte[] request) {
        var row = jdbc.sql("SELECT * FROM organisation_idempotency WHERE key_hash = ?")
                .param(hash(key.getBytes(StandardCharsets.UTF_8)))
                .query()
                .singleRow();
        if (!MessageDigest.isEqual(hash(request), (byte[]) row.get("request_hash"))) {
            throw IDEMPOTENCY_KEY_USED.because(
                    "This Idempotency-Key belongs to another request. Use a new key for a new request.");
        }
        var status = (Integer) row.get("status");
        if (status == null) {
            throw IN_PROGRESS.because("A request with this Idempotency-Key is being done. Ask again in a moment.");
        }
        return new Answer(
                status,
                (String) row.get("location"),
                (String) row.get("etag"),
                Objects.requireNonNullElse((byte[]) row.get("body"), new byte[0]));
    }

    /** Keeps the answer; one that failed on our side is forgotten, so that it can be tried again. */
    void end(Caller caller, String key, Answer answer) {
        scope.run(caller.organisation(), () -> {
            var hash = hash(key.getBytes(StandardCharsets.UTF_8));
            if (answer.status() >= 500) {
                jdbc.sql("DELETE FROM organisation_idempotency WHERE key_hash = ?")
                        .param(hash)
                        .update();
            } else {
                jdbc.sql("""
                                UPDATE organisation_idempotency SET status = ?, location = ?, etag = ?, body = ?
                                WHERE key_hash = ?
                                """)
                        .param(answer.status())
                        .param(answer.location())
                        .param(answer.etag())
                        .param(answer.body())
                        .param(hash)
                        .update();
            }
        });
    }

    /** What nodes that are gone had begun is forgotten: the key can be used for any request again. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetLeftBehind() {
        for (var organisation : organisations.ids()) {
            scope.run(organisation, () -> jdbc.sql("""
                            DELETE FROM organisation_idempotency
                            WHERE status IS NULL AND (node IS NULL OR node NOT IN (SELECT outbox_living_nodes()))
                            """).update());
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetOld() {
        var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        for (var organisation : organisations.ids()) {
            scope.run(organisation, () -> jdbc.sql("DELETE FROM organisation_idempotency WHERE created_at < ?")
                    .param(before)
                    .update());
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
