package com.qliento.flow;

import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.organisation.OrganisationId;
import com.qliento.secret.SecretText;
import com.qliento.secret.SecretUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Flows name secrets in the texts of blocks that call other systems, as drafted and as they are live. */
@Component
class SecretsOfFlows implements SecretUse {

    private static final int ALL = 100_000;

    private final FlowStore store;
    private final FlowReader reader;

    SecretsOfFlows(FlowStore store, FlowReader reader) {
        this.store = store;
        this.reader = reader;
    }

    @Override
    public Map<String, List<Used>> of(OrganisationId organisation) {
        var live = new HashMap<String, Set<String>>();
        store.live(organisation).forEach(version -> live.put(version.flowKey(), named(version.bpmn())));
        var used = new TreeMap<String, List<Used>>();
        for (var flow : store.page(organisation, null, ALL)) {
            var now = live.getOrDefault(flow.key(), Set.of());
            var all = new HashSet<>(now);
            all.addAll(named(flow.content()));
            all.forEach(secret -> used.computeIfAbsent(secret, none -> new ArrayList<>())
                    .add(new Used("flow", flow.key(), flow.name(), now.contains(secret))));
        }
        return used;
    }

    private Set<String> named(byte[] bpmn) {
        try {
            return reader.read(bpmn).blocks().values().stream()
                    .flatMap(SecretsOfFlows::named)
                    .collect(Collectors.toSet());
        } catch (UnreadableFlow noFlow) {
            return Set.of();
        }
    }

    private static Stream<String> named(BlockNode block) {
        return block.block().parameters().stream().flatMap(parameter -> {
            var value = block.value(parameter.name());
            if (parameter.kind() == ParameterKind.SECRET) {
                return Stream.of(value).filter(name -> !name.isBlank());
            }
            return parameter.kind().template() ? SecretText.of(value).names().stream() : Stream.empty();
        });
    }
}
