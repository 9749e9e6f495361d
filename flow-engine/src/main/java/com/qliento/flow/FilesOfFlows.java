package com.qliento.flow;

import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.engine.Processes;
import com.qliento.media.MediaUse;
import com.qliento.organisation.OrganisationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Flows keep their files, as drafted and as they are live, and as earlier versions have them that somebody is in. */
@Component
class FilesOfFlows implements MediaUse {

    private static final int ALL = 100_000;

    private final FlowStore store;
    private final FlowReader reader;
    private final Processes processes;

    FilesOfFlows(FlowStore store, Processes processes, FlowReader reader) {
        this.reader = reader;
        this.store = store;
        this.processes = processes;
    }

    @Override
    public Map<UUID, List<Used>> of(OrganisationId organisation) {
        var live = new HashMap<String, Set<UUID>>();
        store.live(organisation).forEach(version -> live.put(version.flowKey(), files(version.bpmn())));
        var used = new LinkedHashMap<UUID, List<Used>>();
        for (var flow : store.page(organisation, null, ALL)) {
            var now = live.getOrDefault(flow.key(), Set.of());
            var all = new HashSet<>(now);
            all.addAll(files(flow.content()));
            all.forEach(file -> used.computeIfAbsent(file, none -> new ArrayList<>())
                    .add(new Used(flow.key(), flow.name(), now.contains(file))));
        }
        return used;
    }

    @Override
    public List<Used> keeping(OrganisationId organisation, UUID file) {
        var keeping = new ArrayList<>(of(organisation).getOrDefault(file, List.of()));
        for (var flow : store.page(organisation, null, ALL)) {
            if (keeping.stream().noneMatch(used -> used.key().equals(flow.key()))
                    && store.versions(organisation, flow.key()).stream()
                            .anyMatch(version -> files(version.bpmn()).contains(file)
                                    && processes.running(version.definitionId()) > 0)) {
                keeping.add(new Used(flow.key(), flow.name(), true));
            }
        }
        return keeping;
    }

    private Set<UUID> files(byte[] bpmn) {
        try {
            return reader.read(bpmn).files();
        } catch (UnreadableFlow noFlow) {
            return Set.of();
        }
    }
}
