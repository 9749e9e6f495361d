package com.qliento.rest;

import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers the answers of requests that carried an {@code Idempotency-Key}, for a day. The same key with the same
 * request gets the same answer and changes nothing; with another request it is refused. A request whose node went before
 * it answered is done again: nobody knows whether it was done. Answers are sealed, and of keys and requests is kept by what
 * they are found again. When somebody is erased, the organisation's answers are forgotten, not that the requests were done.
 */
@Component
class Idempotency {

    private static final ProblemType IDEMPOTENCY_KEY_USED =
            new ProblemType(ProblemKind.CONFLICT, "idempotency-key-used", "The Idempotency-Key was used before");
    private static final ProblemType IN_PROGRESS =
            new ProblemType(ProblemKind.CONFLICT, "in-progress", "The same request is in progress");

    private static final ProblemType ANSWER_FORGOTTEN = new ProblemType(
            ProblemKind.CONFLICT,
            "idempotency-answer-forgotten",
            "The request was done, its answer is not kept any more");

    private static final Duration KEPT = Duration.ofDays(1);

    /** An answer given before. */
    record Answer(
            int status, @Nullable String location, @Nullable String etag, byte[] body) {

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * A request that was begun.
     *
     * @param key by which its row is found
     * @param earlier what it was answered before; null when it is to be done now
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Begun(
            OrganisationId organisation,
            byte[] key,
            @Nullable Answer earlier) {

        @Override
        public String toString() {
            return "Begun";
        }
    }

    private final OrganisationScope scope;
    private final IdempotencyStore store;
    private final Locks locks;
    private final Clock clock;
    private final Organisations organisations;

    /** What answers are sealed with, and requests found by. */
    @Component
    record Locks(AnswerSeals seals, Vault vault) {}

    Idempotency(
            OrganisationScope scope, IdempotencyStore store, Locks locks, Clock clock, Organisations organisations) {
        this.scope = scope;
        this.store = store;
        this.locks = locks;
        this.clock = clock;
        this.organisations = organisations;
    }

    /**
     * Takes the key for this request, unless it was answered before.
     *
     * @throws Problem (conflict) when the key belongs to another request, or the same one is being done right now
     */
    Begun begin(Caller caller, String key, byte[] request) {
        var organisation = caller.organisation();
        var asked = new IdempotencyStore.Asked(
                organisation,
                index(organisation, "idempotency-key", key.getBytes(StandardCharsets.UTF_8)),
                index(organisation, "idempotency-request", request));
        var before =
                new IdempotencyStore.Asked(organisation, hash(key.getBytes(StandardCharsets.UTF_8)), hash(request));
        var known = scope.in(
                organisation, () -> store.begin(asked, before, clock.instant()) ? null : store.earlier(asked, before));
        return new Begun(organisation, asked.key(), known == null ? null : answer(organisation, known));
    }

    private Answer answer(OrganisationId organisation, IdempotencyStore.Known known) {
        if (!known.sameRequest()) {
            throw IDEMPOTENCY_KEY_USED.because(
                    "This Idempotency-Key belongs to another request. Use a new key for a new request.");
        }
        var status = known.status();
        if (status == null) {
            throw IN_PROGRESS.because("A request with this Idempotency-Key is being done. Ask again in a moment.");
        }
        var body = known.forgotten()
                ? Optional.<byte[]>empty()
                : known.body() == null
                        ? Optional.of(new byte[0])
                        : locks.seals().open(organisation, known.key(), known.body());
        return new Answer(
                status, known.location(), known.etag(), body.orElseThrow(() -> forgotten(status, known.location())));
    }

    private static Problem forgotten(int status, @Nullable String location) {
        var problem = ANSWER_FORGOTTEN
                .because("This request was done and answered with " + status + ". Its answer is not kept any more:"
                        + " what was kept of answers is forgotten when a person's data is erased. Don't send it with"
                        + " a new key, it would be done again."
                        + (location == null ? "" : " What it made is at " + location + "."))
                .with("status", status);
        return location == null ? problem : problem.with("location", location);
    }

    /** Keeps the answer; one that failed on our side is forgotten, so that it can be tried again. */
    void end(Begun begun, Answer answer) {
        var organisation = begun.organisation();
        if (answer.status() >= 500) {
            scope.run(organisation, () -> store.forget(organisation, begun.key()));
            return;
        }
        boolean nothing = answer.body().length == 0;
        var body = nothing ? null : locks.seals().seal(organisation, begun.key(), answer.body());
        scope.run(
                organisation,
                () -> store.end(
                        organisation,
                        new IdempotencyStore.Known(
                                begun.key(),
                                true,
                                answer.status(),
                                answer.location(),
                                answer.etag(),
                                body,
                                !nothing && body == null)));
    }

    /** What nodes that are gone had begun is forgotten: the key can be used for any request again. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetLeftBehind() {
        for (var organisation : organisations.ids()) {
            scope.run(organisation, () -> store.forgetLeftBehind(organisation));
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetOld() {
        var before = clock.instant().minus(KEPT);
        for (var organisation : organisations.ids()) {
            locks.seals()
                    .destroy(organisation, scope.in(organisation, () -> store.keysOnlyBefore(organisation, before)));
            scope.run(organisation, () -> store.forgetBefore(organisation, before));
        }
    }

    /** Nobody reads the organisation's answers any more, here or in a backup; that the requests were done stays known. */
    void forgetAnswers(OrganisationId organisation) {
        locks.seals().destroy(organisation, scope.in(organisation, () -> store.keys(organisation)));
        scope.run(organisation, () -> store.forgetBodies(organisation));
    }

    private byte[] index(OrganisationId organisation, String kind, byte[] value) {
        return locks.vault()
                .index(organisation, kind, HexFormat.of().formatHex(hash(value)))
                .bytes();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
