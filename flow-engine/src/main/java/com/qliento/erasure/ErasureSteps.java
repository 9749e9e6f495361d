package com.qliento.erasure;

import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.erasure.Erasure.Step;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The steps of an erasure. Nothing leads to the person before their keys are destroyed: else what they write meanwhile could
 * not be sealed, and with it what others write would wait.
 */
@Component
class ErasureSteps {

    /** A key stays in a node's memory for a minute; this is twice as long. */
    static final Duration CACHES = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ErasureStore store;
    private final KeptOfPerson kept;
    private final HeldCopies copies;
    private final ErasureProof proof;
    private final Tools tools;

    /** What the steps are done with. */
    @Component
    record Tools(OrganisationScope scope, Contacts contacts, Vault vault, Clock clock) {}

    ErasureSteps(ErasureStore store, KeptOfPerson kept, HeldCopies copies, ErasureProof proof, Tools tools) {
        this.store = store;
        this.kept = kept;
        this.copies = copies;
        this.proof = proof;
        this.tools = tools;
    }

    /** Does the step; gives when to come back to it, empty when it is done and the next one is up. */
    Optional<Instant> run(ErasureStore.Work work) {
        return switch (work.step()) {
            case STOP -> stop(work);
            case NODES -> nodes(work);
            case COPIES -> copies(work);
            case KEYS -> keys(work);
            case ROWS -> rows(work);
            case CHECK -> check(work);
            case CERTIFY -> certify(work);
        };
    }

    private Optional<Instant> stop(ErasureStore.Work work) {
        var before = kept.count(family(work));
        tools.scope().run(work.organisation(), () -> {
            var family = family(work);
            kept.stop(family);
            store.stopped(work.id(), family, KeptOfPerson.json(before), now());
            store.next(work, Step.NODES, now());
            store.tellNodes(work.id());
        });
        return Optional.empty();
    }

    /** As it is known until nothing leads to them any more, then as it was noted. */
    private Family family(ErasureStore.Work work) {
        return work.family() != null
                ? work.family()
                : tools.scope().in(work.organisation(), () -> tools.contacts()
                        .family(work.organisation(), new ContactId(work.contact()))
                        .orElseGet(() -> new Family(work.organisation(), List.of(new SubjectId(work.contact())))));
    }

    private Optional<Instant> nodes(ErasureStore.Work work) {
        return tools.scope().in(work.organisation(), () -> {
            var now = now();
            var stopped = Objects.requireNonNull(work.stoppedAt());
            if (store.unconfirmed(work.id()) > 0 && now.isBefore(stopped.plus(CACHES))) {
                return Optional.of(now.plus(SOON));
            }
            store.next(work, Step.COPIES, now);
            return Optional.empty();
        });
    }

    private Optional<Instant> copies(ErasureStore.Work work) {
        copies.make(work.id(), work.known());
        return next(work, Step.KEYS);
    }

    private Optional<Instant> keys(ErasureStore.Work work) {
        work.known().all().forEach(one -> {
            boolean unused = tools.vault().destroySubject(work.organisation(), one);
        });
        tools.scope().run(work.organisation(), () -> store.at(work.id(), "keys_at", now()));
        return next(work, Step.ROWS);
    }

    private Optional<Instant> rows(ErasureStore.Work work) {
        kept.erase(work.known());
        tools.scope().run(work.organisation(), () -> store.at(work.id(), "rows_at", now()));
        return next(work, Step.CHECK);
    }

    /** What a node wrote that had the key in memory still is there by now, and goes too. */
    private Optional<Instant> check(ErasureStore.Work work) {
        var now = now();
        var from = Objects.requireNonNull(work.keysAt()).plus(CACHES);
        if (now.isBefore(from)) {
            return Optional.of(from);
        }
        var after = kept.count(work.known());
        if (after.values().stream().anyMatch(rows -> rows > 0)) {
            kept.erase(work.known());
            return Optional.of(now.plus(LATER));
        }
        tools.scope().run(work.organisation(), () -> {
            store.checked(work.id(), KeptOfPerson.json(after), store.confirmed(work.id()), now);
            store.next(work, Step.CERTIFY, now);
        });
        return Optional.empty();
    }

    private Optional<Instant> certify(ErasureStore.Work work) {
        return proof.of(work) ? Optional.empty() : Optional.of(now().plus(SOON));
    }

    private Optional<Instant> next(ErasureStore.Work work, Step step) {
        tools.scope().run(work.organisation(), () -> store.next(work, step, now()));
        return Optional.empty();
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
