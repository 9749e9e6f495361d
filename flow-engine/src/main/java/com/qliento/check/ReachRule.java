package com.qliento.check;

import com.qliento.bpmn.FlowGraph;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Steps nobody gets to, and steps after which nothing comes. */
@Component
@Order(110)
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
        Set<String> targets = flow.source().arrows().stream()
                .map(arrow -> arrow.attribute("targetRef"))
                .collect(Collectors.toSet());
        List<Xml> deadEnds = nodes.stream()
                .filter(node -> reached.contains(node.id()) && !sources.contains(node.id()))
                .filter(node -> !node.is("endEvent") && !node.is("exclusiveGateway"))
                .toList();
        for (Xml node : nodes) {
            if (!reached.contains(node.id())) {
                findings.warning(
                        node, Said.of("unreachable", Sentences.step(node)).mendedBy(join(node, deadEnds, targets)));
            } else if (deadEnds.contains(node)) {
                findings.warning(node, Said.of("dead-end", Sentences.step(node)).mendedBy(Repair.of("add-end", node)));
            }
        }
    }

    /** The only place where the flow stops short is surely where the first of the lost steps belongs. */
    private static Repair join(Xml lost, List<Xml> deadEnds, Set<String> targets) {
        return deadEnds.size() == 1 && !targets.contains(lost.id()) && !lost.is("boundaryEvent")
                ? Repair.of("connect", deadEnds.get(0), "to", lost.id())
                : Repair.of("remove", lost);
    }
}
