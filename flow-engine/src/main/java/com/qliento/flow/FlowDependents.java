package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowReader;
import com.qliento.draft.Draft;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who and what needs a flow. */
@Component
public class FlowDependents {

    private static final int ALL = 100_000;

    private final Flows flows;
    private final RunningFlows running;
    private final FlowReader reader;
    private final Kept kept;
    private final OrganisationScope scope;

    /** What the database knows: conversations, and what begins flows. */
    @Component
    record Kept(DeployedFlows deployed, List<BeginsFlows> begins) {}

    FlowDependents(Flows flows, RunningFlows running, FlowReader reader, Kept kept, OrganisationScope scope) {
        this.flows = flows;
        this.running = running;
        this.reader = reader;
        this.kept = kept;
        this.scope = scope;
    }

    /** What stops working when this flow is archived or deleted. */
    public FlowBreaks of(Actor actor, String key) {
        var flow = flows.get(actor, key);
        var organisation = actor.organisation();
        var live =
                flow.liveVersion() == null ? null : running.live(organisation).withKey(key);
        var trigger = live == null ? null : live.start().orElse(null);
        var startedBy = flows.page(actor, null, ALL).stream()
                .filter(other -> !other.key().equals(key) && starts(organisation, other, key))
                .map(Draft::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        return scope.in(
                organisation,
                () -> new FlowBreaks(
                        startedBy,
                        begunBy(organisation, key),
                        trigger == null ? List.of() : List.copyOf(new TreeSet<>(trigger.keywords())),
                        trigger != null && trigger.any(),
                        kept.deployed().running(organisation, key)));
    }

    private List<String> begunBy(OrganisationId organisation, String key) {
        return kept.begins().stream()
                .flatMap(some -> some.of(organisation, key).stream())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private boolean starts(OrganisationId organisation, Draft other, String key) {
        var live = running.live(organisation).withKey(other.key());
        return reader.read(other.content()).namedFlows().contains(key)
                || (live != null && live.namedFlows().contains(key));
    }
}
