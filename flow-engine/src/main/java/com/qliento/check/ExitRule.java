package com.qliento.check;

import com.qliento.block.Exit;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Boundary;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The ways out of a block that have to be drawn are. */
@Component
@Order(70)
final class ExitRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var drawn = new HashMap<String, Set<String>>();
        for (Boundary edge : flow.boundaries().values()) {
            drawn.computeIfAbsent(edge.host(), host -> new HashSet<>()).add(edge.code());
        }
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().exits().stream()
                        .filter(Exit::needed)
                        .filter(exit -> !drawn.getOrDefault(node.id(), Set.of()).contains(exit.code()))
                        .forEach(exit -> findings.error(
                                node,
                                Said.of("exit-not-drawn", Sentences.step(node), label(block, exit))
                                        .mendedBy(Repair.of("add-exit", node, "code", exit.code()))));
            }
        }
    }

    private static Phrase label(BlockNode block, Exit exit) {
        return language -> "'" + block.block().label(exit, language) + "'";
    }
}
