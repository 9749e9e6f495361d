package com.qliento.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps nobody gets to, and steps after which nothing comes. */
final class ReachRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        List<Xml> nodes = flow.source().nodes();
        List<String> starts = nodes.stream()
                .filter(node -> node.is("startEvent"))
                .map(Xml::id)
                .toList();
        if (starts.isEmpty()) {
            return;
        }
        Set<String> reached = new FlowGraph(flow.source()).after(starts, id -> true);
        reached.addAll(starts);
        Set<String> sources = flow.source().arrows().stream()
                .map(arrow -> arrow.attribute("sourceRef"))
                .collect(Collectors.toSet());
        for (Xml node : nodes) {
            if (!reached.contains(node.id())) {
                findings.warning(
                        node,
                        "unreachable",
                        Sentences.step(node) + " is never reached from the start. Join it with an arrow or remove it.");
            } else if (!sources.contains(node.id()) && !node.is("endEvent") && !node.is("exclusiveGateway")) {
                findings.warning(
                        node,
                        "dead-end",
                        Sentences.step(node) + " has no arrow out of it: the flow ends here. Add an end.");
            }
        }
    }
}
