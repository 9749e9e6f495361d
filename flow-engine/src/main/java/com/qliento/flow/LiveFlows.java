package com.qliento.flow;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.StartTrigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published flows of one organisation, read and sorted by what starts them. Never changes.
 *
 * <p>When several flows answer to the same on a number, one that is meant for this number goes before one for every
 * number; among equals the one whose key comes first in the alphabet.
 */
final class LiveFlows {

    private final Map<String, List<LiveFlow>> byKeyword = new TreeMap<>();
    private final Map<String, FlowModel> byKey = new HashMap<>();
    private final Map<String, FlowModel> byDefinition = new HashMap<>();
    private final Map<String, LiveFlow> flows = new TreeMap<>();
    private final List<LiveFlow> any = new ArrayList<>();
    private final Map<String, Set<UUID>> channels;

    private LiveFlows(Map<String, Set<UUID>> channels) {
        this.channels = channels;
    }

    /** Flows of these versions; {@code channels} names the numbers of those that are not for every number. */
    static LiveFlows of(FlowReader reader, List<FlowVersion> versions, Map<String, Set<UUID>> channels) {
        var flows = new LiveFlows(channels);
        versions.stream()
                .sorted(Comparator.comparing(FlowVersion::flowKey))
                .forEach(version -> flows.add(version, reader.read(version.bpmn())));
        return flows;
    }

    private void add(FlowVersion version, FlowModel model) {
        var flow = new LiveFlow(version.flowKey(), version.version(), version.definitionId());
        flows.put(flow.key(), flow);
        byKey.put(flow.key(), model);
        byDefinition.put(flow.definitionId(), model);
        model.start().ifPresent(trigger -> {
            trigger.keywords().forEach(keyword -> byKeyword
                    .computeIfAbsent(keyword, word -> new ArrayList<>())
                    .add(flow));
            if (trigger.any()) {
                any.add(flow);
            }
        });
    }

    Optional<LiveFlow> startedByKeyword(UUID channel, String normalised) {
        return ranked(channel, byKeyword.getOrDefault(normalised, List.of())).findFirst();
    }

    Optional<LiveFlow> otherWithKeyword(String flowKey, String normalised) {
        return byKeyword.getOrDefault(normalised, List.of()).stream()
                .filter(flow -> !flow.key().equals(flowKey))
                .findFirst();
    }

    Optional<LiveFlow> published(String key) {
        return Optional.ofNullable(flows.get(key));
    }

    Optional<LiveFlow> startedByAny(UUID channel) {
        return ranked(channel, any).findFirst();
    }

    /** The first keyword of each flow that gets it on this number, by the flow's key. */
    List<String> words(UUID channel) {
        return flows.values().stream()
                .flatMap(flow -> Optional.ofNullable(byKey.get(flow.key()))
                        .flatMap(FlowModel::start)
                        .map(StartTrigger::keywords)
                        .orElse(Set.of())
                        .stream()
                        .filter(word -> startedByKeyword(channel, word)
                                .filter(flow::equals)
                                .isPresent())
                        .limit(1))
                .toList();
    }

    /** Those that answer on this number, the one that does first. */
    private Stream<LiveFlow> ranked(UUID channel, List<LiveFlow> candidates) {
        return Stream.concat(
                candidates.stream().filter(flow -> channelsOf(flow.key()).contains(channel)),
                candidates.stream().filter(flow -> channelsOf(flow.key()).isEmpty()));
    }

    /** What starts which flow on this number: by keyword, and last what any message starts. */
    List<FlowStart> startsOn(UUID channel) {
        var starts = new ArrayList<FlowStart>();
        byKeyword.forEach((keyword, candidates) -> add(starts, channel, keyword, candidates));
        add(starts, channel, null, any);
        return starts;
    }

    private void add(List<FlowStart> to, UUID channel, @Nullable String keyword, List<LiveFlow> candidates) {
        var ranked = ranked(channel, candidates).toList();
        if (!ranked.isEmpty()) {
            to.add(new FlowStart(keyword, ranked.get(0), ranked.subList(1, ranked.size())));
        }
    }

    /** The numbers a flow is for; empty when it is for every number. */
    Set<UUID> channelsOf(String flowKey) {
        return channels.getOrDefault(flowKey, Set.of());
    }

    /** Which version of each flow it is, by key. */
    Map<String, Integer> versions() {
        return flows.values().stream().collect(Collectors.toMap(LiveFlow::key, LiveFlow::version));
    }

    /** The published flows that a message can start, by key. */
    List<LiveFlow> startable() {
        return flows.values().stream()
                .filter(flow -> Optional.ofNullable(byKey.get(flow.key()))
                        .flatMap(FlowModel::start)
                        .filter(trigger -> trigger.any() || !trigger.keywords().isEmpty())
                        .isPresent())
                .toList();
    }

    /** All of them, by key. */
    Map<String, FlowModel> drawn() {
        return Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    @Nullable
    FlowModel ofDefinition(String definitionId) {
        return byDefinition.get(definitionId);
    }

    @Nullable
    FlowModel withKey(String flowKey) {
        return byKey.get(flowKey);
    }

    /** Whether the flow of this key is about nobody; false when there is none. */
    boolean aboutNobody(String flowKey) {
        var flow = byKey.get(flowKey);
        return flow != null && flow.start().map(StartTrigger::aboutNobody).orElse(false);
    }

    /** The other flow that answers to one of these keywords on a number of this one and is as near to it, if there is one. */
    Optional<LiveFlow> clashing(String flowKey, StartTrigger trigger) {
        return trigger.keywords().stream()
                .flatMap(keyword -> byKeyword.getOrDefault(keyword, List.of()).stream())
                .filter(flow -> !flow.key().equals(flowKey) && meet(channelsOf(flow.key()), channelsOf(flowKey)))
                .findFirst();
    }

    private static boolean meet(Set<UUID> one, Set<UUID> other) {
        return one.isEmpty() ? other.isEmpty() : one.stream().anyMatch(other::contains);
    }
}
