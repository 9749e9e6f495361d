package com.qliento.check;

import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowGraph;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A loop must wait somewhere, else it never stops; one that never waits for the customer talks to itself. */
@Component
@Order(120)
final class LoopRule implements FlowRule {

    private static final int NAMED = 4;

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var graph = new FlowGraph(flow.source());
        List<List<Xml>> endless = graph.loops(node -> !waits(flow, node));
        for (List<Xml> loop : endless) {
            findings.error(loop.get(0), Said.of("endless-loop", names(loop)));
        }
        for (List<Xml> loop : graph.loops(node -> !asks(flow, node))) {
            boolean sends = loop.stream().anyMatch(node -> says(flow, node));
            if (sends && endless.stream().noneMatch(loop::containsAll)) {
                findings.warning(loop.get(0), Said.of("talks-to-itself", names(loop)));
            }
        }
    }

    /** What is no block is told elsewhere, and taken for what its kind mostly is. */
    private static boolean waits(FlowModel flow, Xml node) {
        BlockNode block = flow.blocks().get(node.id());
        return block == null
                ? node.is("receiveTask") || node.is("intermediateCatchEvent")
                : block.block().waits();
    }

    private static boolean asks(FlowModel flow, Xml node) {
        BlockNode block = flow.blocks().get(node.id());
        return block == null ? node.is("receiveTask") : block.block().asks();
    }

    private static boolean says(FlowModel flow, Xml node) {
        BlockNode block = flow.blocks().get(node.id());
        return block == null ? node.is("sendTask") : block.says();
    }

    private static Phrase names(List<Xml> loop) {
        String names = loop.stream()
                .limit(NAMED)
                .map(node -> node.name().isEmpty() ? node.id() : node.name())
                .map(name -> "'" + Sentences.quote(name) + "'")
                .collect(Collectors.joining(", "));
        return loop.size() > NAMED ? Said.of("and-more", names, loop.size() - NAMED) : language -> names;
    }
}
