package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which flow answers on which number. A flow that is given none answers on every number. A change reaches every node at
 * once, at the latest in a minute; it concerns conversations that begin after it, none that runs.
 */
@Component
public class FlowAssignments {

    private final FlowChannels store;
    private final FlowStore flowStore;
    private final RunningFlows flows;
    private final OrganisationScope scope;

    FlowAssignments(FlowChannels store, FlowStore flowStore, RunningFlows flows, OrganisationScope scope) {
        this.store = store;
        this.flowStore = flowStore;
        this.flows = flows;
        this.scope = scope;
    }

    /** What starts which published flow on this number: by keyword in the alphabet's order, last what any message starts. */
    public List<FlowStart> on(Actor actor, UUID channel) {
        actor.require(Permission.LOOK_ON);
        return flows.live(actor.organisation()).startsOn(channel);
    }

    /** The published flows that a message can start. */
    public List<LiveFlow> startable(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return flows.live(actor.organisation()).startable();
    }

    /** The numbers of a flow, by channel id; empty for every number. */
    public Set<UUID> channelsOf(Actor actor, String flowKey) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.of(actor.organisation(), flowKey));
    }

    /**
     * Lets a flow answer on these numbers only; on every number when there are none. A number that the organisation does
     * not have does no harm: nothing comes from it. Throws {@link Problem} (not found) when there is no such flow.
     */
    public void assign(Actor actor, String flowKey, Set<UUID> channels) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var organisation = actor.organisation();
        flows.change(organisation, () -> {
            if (!flowStore.lock(organisation, flowKey)) {
                throw Problem.notFound("flow", flowKey);
            }
            store.replace(organisation, flowKey, channels);
            return actor.did(AuditAction.FLOW_ASSIGNED, flowKey).with("channels", new TreeSet<>(channels));
        });
    }
}
