package com.qliento.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Where one can get to in a flow. Works on ids of the file, in the vocabulary or not. */
public final class FlowGraph {

    private final Map<String, List<String>> next = new HashMap<>();
    private final List<Xml> nodes;

    public FlowGraph(FlowSource source) {
        this.nodes = source.nodes();
        source.arrows().forEach(arrow -> join(arrow.attribute("sourceRef"), arrow.attribute("targetRef")));
        source.nodes().stream()
                .filter(node -> node.is("boundaryEvent"))
                .forEach(event -> join(event.attribute("attachedToRef"), event.id()));
    }

    private FlowGraph(List<Xml> nodes) {
        this.nodes = nodes;
    }

    /** The same without the ways that this holds for, by where they begin and end. */
    public FlowGraph without(BiPredicate<String, String> way) {
        var rest = new FlowGraph(nodes);
        next.forEach(
                (from, ends) -> ends.stream().filter(to -> !way.test(from, to)).forEach(to -> rest.join(from, to)));
        return rest;
    }

    private void join(String from, String to) {
        next.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    /** What can come after these, themselves included only when a way leads back. */
    public Set<String> after(List<String> from, Predicate<String> through) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>(from);
        while (!open.isEmpty()) {
            for (String id : next.getOrDefault(open.remove(), List.of())) {
                if (through.test(id) && reached.add(id)) {
                    open.add(id);
                }
            }
        }
        return reached;
    }

    /** Each loop that only passes through these, as its members in the order of the file. */
    public List<List<Xml>> loops(Predicate<Xml> through) {
        var allowed = new LinkedHashMap<String, Xml>();
        nodes.stream().filter(through).forEach(node -> allowed.putIfAbsent(node.id(), node));
        var after = new HashMap<String, Set<String>>();
        allowed.keySet().forEach(id -> after.put(id, after(List.of(id), allowed::containsKey)));
        var loops = new ArrayList<List<Xml>>();
        var done = new HashSet<String>();
        for (String id : allowed.keySet()) {
            Set<String> reached = after.getOrDefault(id, Set.of());
            if (reached.contains(id) && done.add(id)) {
                List<Xml> members = allowed.values().stream()
                        .filter(other -> reached.contains(other.id()))
                        .filter(other ->
                                after.getOrDefault(other.id(), Set.of()).contains(id))
                        .toList();
                members.forEach(member -> done.add(member.id()));
                loops.add(members);
            }
        }
        return loops;
    }
}
