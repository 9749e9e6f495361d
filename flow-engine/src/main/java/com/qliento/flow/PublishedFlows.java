package com.qliento.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Published versions by what conversations know of them. Cached: a version never changes. */
@Component
public class PublishedFlows {

    private record Key(OrganisationId organisation, String definitionId) {}

    private final FlowStore store;
    private final OrganisationScope scope;
    private final Cache<Key, FlowVersion> versions =
            Caffeine.newBuilder().maximumSize(500).build();

    PublishedFlows(FlowStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** The version that the engine runs under this id; empty when the organisation has none such. */
    public Optional<FlowVersion> ofDefinition(Actor actor, String definitionId) {
        actor.require(Permission.LOOK_ON);
        var key = new Key(actor.organisation(), definitionId);
        var known = versions.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = scope.in(actor.organisation(), () -> store.ofDefinition(definitionId));
        found.ifPresent(version -> versions.put(key, version));
        return found;
    }

    /** The version that new conversations of this flow get; empty when it is not published. */
    public Optional<FlowVersion> live(Actor actor, String flowKey) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.live(actor.organisation(), flowKey))
                .flatMap(definition -> ofDefinition(actor, definition));
    }
}
