package com.qliento.erasure;

import com.qliento.database.NodeConnection;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Does an erasure step by step. Each step may be done again: a crash in it, at any place, lets this or another node begin it
 * anew. What is done is written down before the next step begins.
 */
@Component
class ErasureWork {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLED = 8;

    private final ErasureStore store;
    private final ErasureSteps steps;
    private final NodeConnection node;
    private final OrganisationScope scope;
    private final Clock clock;

    ErasureWork(ErasureStore store, ErasureSteps steps, NodeConnection node, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.node = node;
        this.scope = scope;
        this.clock = clock;
    }

    /** Those that are due and that no other living node is at. */
    List<ErasureStore.Due> due(int atMost) {
        return store.due(clock.instant(), node.node(), atMost);
    }

    /** As far as it can be done now. Throws what a step throws, and comes back to it later. */
    void run(OrganisationId organisation, UUID id) {
        var next = claim(organisation, id);
        while (next.isPresent()) {
            var work = next.get();
            var then = step(work);
            if (then.isPresent()) {
                scope.run(organisation, () -> store.waitUntil(work, then.get()));
                return;
            }
            next = claim(organisation, id);
        }
    }

    private Optional<ErasureStore.Work> claim(OrganisationId organisation, UUID id) {
        return scope.in(organisation, () -> store.claim(organisation, id, node.node(), clock.instant()));
    }

    private Optional<Instant> step(ErasureStore.Work work) {
        try {
            return steps.run(work);
        } catch (RuntimeException failed) {
            scope.run(work.organisation(), () -> {
                int attempts = store.find(work.organisation(), work.id())
                        .map(Erasure::attempts)
                        .orElse(0);
                var pause = Duration.ofSeconds(1L << Math.min(attempts, DOUBLED));
                store.waitUntil(work, clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
            });
            throw failed;
        }
    }
}
