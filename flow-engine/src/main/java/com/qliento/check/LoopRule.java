package com.qliento.check;

import com.qliento.block.FlowDuration;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Boundary;
import com.qliento.bpmn.FlowGraph;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A loop must wait somewhere, else it never stops; one that never waits for the customer talks to itself, and must not do
 * so at every moment.
 */
@Component
@Order(120)
final class LoopRule implements FlowRule {

    private static final int NAMED = 4;

    /** Seconds that a loop has to wait in one place, when it writes and nobody answers. */
    private static final int SLOW = 60;

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var graph = new FlowGraph(flow.source());
        List<List<Xml>> endless = graph.loops(node -> !waits(flow, node));
        for (List<Xml> loop : endless) {
            findings.error(loop.get(0), Said.of("endless-loop", names(loop)));
        }
        List<List<Xml>> restless = graph.without((from, to) -> isAnswer(flow, from, to))
                .loops(node -> seconds(flow, node.id()) < SLOW && !isEndless(endless, node));
        for (List<Xml> loop : restless) {
            if (loop.stream().anyMatch(node -> writes(flow, node))) {
                findings.error(loop.get(0), Said.of("writes-too-often", names(loop), SLOW));
            }
        }
        for (List<Xml> loop : graph.loops(node -> !asks(flow, node))) {
            boolean sends = loop.stream().anyMatch(node -> says(flow, node));
            boolean told = Stream.of(endless, restless).flatMap(List::stream).anyMatch(loop::containsAll);
            if (sends && !told) {
                findings.warning(loop.get(0), Said.of("talks-to-itself", names(loop)));
            }
        }
    }

    private static boolean isEndless(List<List<Xml>> endless, Xml node) {
        return endless.stream().anyMatch(loop -> loop.contains(node));
    }

    /** Whether only the customer leads a flow this way: out of an ask, but for the time that is over on its edge. */
    private static boolean isAnswer(FlowModel flow, String from, String to) {
        BlockNode block = flow.blocks().get(from);
        Boundary edge = flow.boundaries().get(to);
        boolean timer = edge != null && edge.host().equals(from) && edge.timer();
        return block != null && block.block().asks() && !timer;
    }

    /** How long a flow stays at this element when nobody writes. */
    private static long seconds(FlowModel flow, String id) {
        Boundary edge = flow.boundaries().get(id);
        BlockNode block = flow.blocks().get(id);
        Stream<String> durations = edge != null
                ? Stream.of(edge.duration())
                : block == null || block.block().asks() || !block.block().waits()
                        ? Stream.empty()
                        : block.values(ParameterKind.DURATION).stream();
        return durations
                .flatMap(text -> FlowDuration.parse(text).stream())
                .mapToLong(Duration::toSeconds)
                .sum();
    }

    /** Whether a customer may get a message here; a flow that is started may say anything. */
    private static boolean writes(FlowModel flow, Xml node) {
        return says(flow, node) || asks(flow, node) || node.is("callActivity");
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
