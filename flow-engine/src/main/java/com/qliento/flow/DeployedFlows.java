package com.qliento.flow;

import com.qliento.engine.Processes;
import com.qliento.organisation.OrganisationId;
import org.springframework.stereotype.Component;

/** All versions of a flow as the engine has them; inside a transaction of the organisation. */
@Component
class DeployedFlows {

    private final FlowStore store;
    private final Processes processes;
    private final FlowTraffic traffic;

    DeployedFlows(FlowStore store, Processes processes, FlowTraffic traffic) {
        this.store = store;
        this.processes = processes;
        this.traffic = traffic;
    }

    /** Conversations that are in it. Those that another flow brought into it stand in the engine alone. */
    long running(OrganisationId organisation, String key) {
        long inEngine = store.definitions(organisation, key).stream()
                .mapToLong(processes::running)
                .sum();
        return Math.max(inEngine, traffic.running(organisation, key));
    }

    /** Nothing may be in it. */
    void remove(OrganisationId organisation, String key) {
        store.definitions(organisation, key).forEach(processes::undeploy);
    }
}
