package com.qliento.tryout;

import com.qliento.flow.FlowCopied;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A copy of a flow has its test cases from the beginning. */
@Component
class CopiedCases {

    private final FlowCaseStore store;
    private final OrganisationScope scope;
    private final Clock clock;

    CopiedCases(FlowCaseStore store, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.clock = clock;
    }

    /** Within the copying's own transaction. */
    @EventListener
    void copy(FlowCopied copied) {
        scope.run(copied.organisation(), () -> store.list(copied.organisation(), copied.from())
                .forEach(one -> store.add(copied.organisation(), copied.to(), one.anew(), clock.instant())));
    }
}
