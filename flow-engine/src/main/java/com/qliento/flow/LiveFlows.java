package com.qliento.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published flows of one organisation, read and sorted by what starts them. Never changes. */
final class LiveFlows {

    private final Map<String, LiveFlow> byKeyword = new HashMap<>();
    private final Map<String, FlowModel> byKey = new HashMap<>();
    private final Map<String, FlowModel> byDefinition = new HashMap<>();
    private @Nullable LiveFlow any;

    private LiveFlows() {}

    /** When two flows have a keyword in common, the one whose key comes first in the alphabet has it. */
    static LiveFlows of(List<FlowVersion> versions) {
        var flows = new LiveFlows();
        versions.forEach(flows::add);
        return flows;
    }

    private void add(FlowVersion version) {
        var model = FlowModel.read(version.bpmn());
        var flow = new LiveFlow(version.flowKey(), version.version(), version.definitionId());
        byKey.put(flow.key(), model);
        byDefinition.put(flow.definitionId(), model);
        model.start().ifPresent(trigger -> {
            trigger.keywords().forEach(keyword -> byKeyword.putIfAbsent(keyword, flow));
            if (trigger.any() && any == null) {
                any = flow;
            }
        });
    }

    Optional<LiveFlow> startedByKeyword(String normalised) {
        return Optional.ofNullable(byKeyword.get(normalised));
    }

    Optional<LiveFlow> startedBy(String normalised) {
        return startedByKeyword(normalised).or(() -> Optional.ofNullable(any));
    }

    @Nullable
    FlowModel ofDefinition(String definitionId) {
        return byDefinition.get(definitionId);
    }

    @Nullable
    FlowModel withKey(String flowKey) {
        return byKey.get(flowKey);
    }

    /** The other flow that has one of these keywords, if there is one. */
    Optional<LiveFlow> clashing(String flowKey, StartTrigger trigger) {
        return trigger.keywords().stream()
                .map(byKeyword::get)
                .filter(flow -> flow != null && !flow.key().equals(flowKey))
                .findFirst();
    }
}
