package com.qliento.run;

import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever waits that a run has answered or ended, on whichever node it did. No thread waits meanwhile. */
@Component
public class RunWaiters {

    private final Runs runs;
    private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();

    RunWaiters(Runs runs) {
        this.runs = runs;
    }

    private record Waiting(OrganisationId organisation, CompletableFuture<@Nullable Run> told) {}

    /** Completes with the run when it has answered or ended, with null when this much time has passed before. */
    public CompletableFuture<@Nullable Run> await(OrganisationId organisation, UUID run, Duration atMost) {
        var asked = waiting.computeIfAbsent(run, id -> new Waiting(organisation, new CompletableFuture<>()));
        var unused = asked.told()
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((told, failed) -> waiting.remove(run, asked));
        // It may have come before anybody waited.
        look(run, asked);
        return asked.told();
    }

    @EventListener
    void heard(DatabaseNotification notification) {
        if (notification.missed()) {
            waiting.forEach(this::look);
        } else if (notification.concerns(RunStore.TOPIC)) {
            var run = UUID.fromString(notification.key());
            var asked = waiting.get(run);
            if (asked != null) {
                look(run, asked);
            }
        }
    }

    private void look(UUID id, Waiting asked) {
        runs.find(asked.organisation(), id).filter(Run::settled).ifPresent(asked.told()::complete);
    }
}
