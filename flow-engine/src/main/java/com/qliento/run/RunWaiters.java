package com.qliento.run;

import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever waits that a run has answered or ended, on whichever node it did. No thread waits meanwhile. */
@Component
public class RunWaiters {

    private final Runs runs;
    private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong waiters = new AtomicLong();

    RunWaiters(Runs runs) {
        this.runs = runs;
    }

    /** Who wait for one run: each told by a future of their own, since each has a patience of their own. */
    private record Waiting(OrganisationId organisation, Map<Long, CompletableFuture<@Nullable Run>> told) {}

    /** Completes with the run when it has answered or ended, with null when this much time has passed before. */
    public CompletableFuture<@Nullable Run> await(OrganisationId organisation, UUID run, Duration atMost) {
        var told = new CompletableFuture<@Nullable Run>();
        long waiter = waiters.incrementAndGet();
        waiting.compute(run, (id, others) -> {
            var all = others == null ? new Waiting(organisation, new ConcurrentHashMap<>()) : others;
            all.told().put(waiter, told);
            return all;
        });
        var unused = told.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failed) -> leaves(run, waiter));
        // It may have come before anybody waited.
        look(run, organisation);
        return told;
    }

    private void leaves(UUID run, long waiter) {
        waiting.computeIfPresent(run, (id, all) -> {
            all.told().remove(waiter);
            return all.told().isEmpty() ? null : all;
        });
    }

    @EventListener
    void heard(DatabaseNotification notification) {
        if (notification.missed()) {
            waiting.forEach((run, all) -> look(run, all.organisation()));
        } else if (notification.concerns(RunStore.TOPIC)) {
            var run = UUID.fromString(notification.key());
            var all = waiting.get(run);
            if (all != null) {
                look(run, all.organisation());
            }
        }
    }

    private void look(UUID run, OrganisationId organisation) {
        runs.find(organisation, run).filter(Run::settled).ifPresent(found -> {
            var all = waiting.get(run);
            if (all != null) {
                List.copyOf(all.told().values()).forEach(told -> told.complete(found));
            }
        });
    }
}
