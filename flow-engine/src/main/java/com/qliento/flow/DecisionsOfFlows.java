package com.qliento.flow;

import com.qliento.block.ParameterKind;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.draft.Draft;
import com.qliento.organisation.OrganisationId;
import com.qliento.ruleset.DecisionUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Flows keep the decisions they decide by, as drafted and as they are live. */
@Component
class DecisionsOfFlows implements DecisionUse {

    private static final int ALL = 100_000;

    private final FlowStore store;
    private final FlowReader reader;

    DecisionsOfFlows(FlowStore store, FlowReader reader) {
        this.reader = reader;
        this.store = store;
    }

    @Override
    public Map<String, List<Used>> of(OrganisationId organisation) {
        var live = new HashMap<String, Set<String>>();
        store.live(organisation).forEach(version -> live.put(version.flowKey(), decisions(version.bpmn())));
        var used = new TreeMap<String, List<Used>>();
        for (Draft flow : store.page(organisation, null, ALL)) {
            Set<String> now = live.getOrDefault(flow.key(), Set.of());
            var all = new HashSet<String>(now);
            all.addAll(decisions(flow.content()));
            all.forEach(decision -> used.computeIfAbsent(decision, none -> new ArrayList<>())
                    .add(new Used(flow.key(), flow.name(), now.contains(decision))));
        }
        return used;
    }

    private Set<String> decisions(byte[] bpmn) {
        try {
            return reader.read(bpmn).blocks().values().stream()
                    .flatMap(node -> node.values(ParameterKind.DECISION).stream())
                    .collect(Collectors.toSet());
        } catch (UnreadableFlow noFlow) {
            return Set.of();
        }
    }
}
