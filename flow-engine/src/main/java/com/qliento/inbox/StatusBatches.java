package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands delivery statuses on, many in one transaction: there are three for every message sent. */
@Component
class StatusBatches {

    private static final int AT_ONCE = 500;

    private final InboxStore store;
    private final OrganisationScope scope;
    private final ObjectProvider<StatusHandler> handlers;

    StatusBatches(InboxStore store, OrganisationScope scope, ObjectProvider<StatusHandler> handlers) {
        this.store = store;
        this.scope = scope;
        this.handlers = handlers;
    }

    /** Applies up to 500; whether there may be more. */
    boolean applySome(OrganisationId organisation) {
        return scope.in(organisation, () -> {
            var statuses = store.takeStatuses(AT_ONCE);
            if (!statuses.isEmpty()) {
                handlers.forEach(handler -> handler.apply(organisation, statuses));
            }
            return statuses.size() == AT_ONCE;
        });
    }
}
