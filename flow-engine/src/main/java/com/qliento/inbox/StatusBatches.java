package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands delivery statuses on, many in one transaction: there are three for every message sent. */
@Component
class StatusBatches {

    private static final int AT_ONCE = 500;

    private final InboxStore store;
    private final OrganisationScope scope;
    private final SingletonSupplier<List<StatusHandler>> handlers;

    StatusBatches(InboxStore store, OrganisationScope scope, ObjectProvider<StatusHandler> handlers) {
        this.store = store;
        this.scope = scope;
        this.handlers = SingletonSupplier.of(() -> handlers.orderedStream().toList());
    }

    /** Applies up to 500; whether there may be more. */
    boolean applySome(OrganisationId organisation) {
        return scope.in(organisation, () -> {
            var statuses = store.takeStatuses(AT_ONCE);
            if (!statuses.isEmpty()) {
                handlers.obtain().forEach(handler -> handler.apply(organisation, statuses));
            }
            return statuses.size() == AT_ONCE;
        });
    }
}
