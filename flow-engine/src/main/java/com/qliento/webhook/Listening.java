package com.qliento.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.database.DatabaseNotification;
import com.qliento.happening.HappeningKind;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which endpoints want to hear of what. Asked at each message, so it is known by heart; a change reaches every node at once,
 * at the latest in a minute.
 */
@Component
class Listening {

    /** An endpoint that is on, as far as sending needs it. */
    record Ear(UUID endpoint, String target, boolean content) {}

    private final EndpointStore store;
    private final OrganisationScope scope;
    private final LoadingCache<OrganisationId, Map<HappeningKind, List<Ear>>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);

    Listening(EndpointStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** Those that want to hear of this. May ask the database, in the transaction that is open. */
    List<Ear> to(OrganisationId organisation, HappeningKind kind) {
        return known.get(organisation).getOrDefault(kind, List.of());
    }

    private Map<HappeningKind, List<Ear>> load(OrganisationId organisation) {
        var ears = new EnumMap<HappeningKind, List<Ear>>(HappeningKind.class);
        for (var endpoint : scope.in(organisation, () -> store.all(organisation))) {
            if (endpoint.enabled()) {
                var ear = new Ear(endpoint.id(), endpoint.server(), endpoint.content());
                endpoint.kinds().forEach(kind -> ears.computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(ear));
            }
        }
        return ears;
    }

    void forget(OrganisationId organisation) {
        known.invalidate(organisation);
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(EndpointStore.TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                known.invalidateAll();
            } else {
                known.invalidate(OrganisationId.of(notification.key()));
            }
        }
    }
}
