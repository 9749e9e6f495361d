package com.qliento.bpmn;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.BpmnElement;
import com.qliento.block.Keywords;
import com.qliento.block.MediaSource;
import com.qliento.block.ParameterKind;
import com.qliento.block.StartInput;
import com.qliento.block.StartSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flow as read from its BPMN file: the blocks and how they are joined. Reading is lenient, what is outside of the
 * vocabulary is just not there; only the check says whether the flow may run. Never changes.
 */
public final class FlowModel {

    private final FlowSource source;
    private final Blocks vocabulary;
    private final Map<String, BlockNode> blocks = new LinkedHashMap<>();
    private final Map<String, Boundary> boundaries = new LinkedHashMap<>();
    private final Map<String, Arrow> arrows = new LinkedHashMap<>();
    private final Optional<StartTrigger> start;

    FlowModel(FlowSource source, Blocks vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
        for (Xml node : source.nodes()) {
            NodeReader.block(node, vocabulary).ifPresent(block -> blocks.putIfAbsent(block.elementId(), block));
        }
        for (Xml node : source.nodes()) {
            NodeReader.boundary(node, source, blocks)
                    .ifPresent(boundary -> boundaries.putIfAbsent(boundary.id(), boundary));
        }
        for (Xml node : source.arrows()) {
            Arrow arrow = NodeReader.arrow(node);
            arrows.putIfAbsent(arrow.id(), arrow);
        }
        this.start = blocks.values().stream()
                .filter(node -> node.block().element() == BpmnElement.START_EVENT)
                .findFirst()
                .map(FlowModel::trigger);
    }

    /** The blocks there are to build flows of. */
    public Blocks vocabulary() {
        return vocabulary;
    }

    /** The block an element is, by its template or, for elements that can only be one block, by its kind. */
    public Optional<Block> blockOf(Xml element) {
        return NodeReader.blockOf(element, vocabulary);
    }

    /** The name of the process as drawn; empty when it has none. */
    public String name() {
        return source.name();
    }

    /** What starts the flow; empty when it has no start. */
    public Optional<StartTrigger> start() {
        return start;
    }

    /** The names of what another system hands over that begins the flow; empty unless one does. */
    public Set<String> given() {
        return inputs().stream().map(StartInput::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What another system hands over that begins the flow, and what it needs of that; empty unless one does. */
    public List<StartInput> inputs() {
        return blocks.values().stream()
                .filter(node -> node.block().element() == BpmnElement.START_EVENT)
                .filter(node -> trigger(node).called())
                .flatMap(node -> StartInput.read(node.valueOf(StartSettings.GIVEN)).stream())
                .toList();
    }

    private static StartTrigger trigger(BlockNode node) {
        var by = node.valueOf(StartSettings.TRIGGER);
        boolean words = by.equals(StartSettings.TRIGGER.defaultValue());
        Set<String> keywords = words ? Keywords.parse(node.valueOf(StartSettings.WORDS)) : Set.of();
        boolean interruptible = node.valueOf(StartSettings.OTHER_KEYWORDS).equals(StartSettings.INTERRUPT);
        int merged = node.block()
                .parameter(StartSettings.MERGE_SECONDS.name())
                .map(parameter -> node.number(parameter.name()))
                .orElse(0);
        return new StartTrigger(node.elementId(), by, keywords, merged, interruptible);
    }

    /** The blocks by element id, in the order of the file. */
    public Map<String, BlockNode> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    /** The names under which the flow keeps answers and values, each once for each category and purpose. */
    public List<Answer> answers() {
        var answers = new LinkedHashSet<Answer>();
        for (BlockNode node : blocks.values()) {
            answers.addAll(node.answers());
        }
        return new ArrayList<>(answers);
    }

    /** The keys of the flows this one runs inside of it. */
    public Set<String> calledFlows() {
        return flows(true);
    }

    /** The keys of all flows this one begins, also those that run by themselves. */
    public Set<String> namedFlows() {
        return flows(false);
    }

    private Set<String> flows(boolean inside) {
        var keys = new LinkedHashSet<String>();
        for (BlockNode node : blocks.values()) {
            if (!inside || node.block().element() == BpmnElement.CALL_ACTIVITY) {
                keys.addAll(node.values(ParameterKind.FLOW));
            }
        }
        return keys;
    }

    /** The ids of the uploaded files that its blocks send. */
    public Set<UUID> files() {
        var files = new LinkedHashSet<UUID>();
        for (BlockNode node : blocks.values()) {
            node.values(ParameterKind.MEDIA).stream()
                    .flatMap(value -> MediaSource.parse(value).stream())
                    .flatMap(source -> Stream.ofNullable(source.file()))
                    .forEach(files::add);
        }
        return files;
    }

    /** What an element is called, as drawn; empty when it has no name, or is none. */
    public String nameOf(String elementId) {
        return source.nodes().stream()
                .filter(node -> node.id().equals(elementId))
                .findFirst()
                .map(node -> node.attribute("name"))
                .orElse("");
    }

    /** The arrows that leave this element, in the order they are tried. */
    public List<Way> ways(String elementId) {
        var byDefault = source.nodes().stream()
                .filter(node -> node.id().equals(elementId))
                .findFirst()
                .map(node -> node.attribute("default"))
                .orElse("");
        return arrows.values().stream()
                .filter(arrow -> arrow.source().equals(elementId))
                .map(arrow -> new Way(
                        arrow.id(),
                        arrow.name(),
                        arrow.target(),
                        arrow.condition(),
                        arrow.id().equals(byDefault)))
                .toList();
    }

    public FlowSource source() {
        return source;
    }

    public Map<String, Boundary> boundaries() {
        return boundaries;
    }

    public Map<String, Arrow> arrows() {
        return arrows;
    }

    /** Whether there is a step of this id that can run. */
    boolean runs(String elementId) {
        return blocks.containsKey(elementId) || boundaries.containsKey(elementId);
    }
}
