package com.qliento.check;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.FlowDuration;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowSource;
import com.qliento.bpmn.NodeReader;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events: only durations as timers, only asks with something on their edge, and nothing from outside. */
final class EventRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Map<String, Xml> byId = flow.source().nodes().stream()
                .collect(Collectors.toMap(Xml::id, Function.identity(), (first, second) -> first));
        for (Xml node : flow.source().nodes()) {
            switch (node.tag()) {
                case "startEvent" -> only(node, "", "advice.start", findings);
                case "endEvent" -> only(node, "terminate", "advice.end", findings);
                case "intermediateCatchEvent" -> {
                    only(node, "timer", "advice.catch", findings);
                    timer(node, NodeReader.timer(node, "timeDuration"), findings);
                }
                case "boundaryEvent" -> boundary(node, byId, flow.source(), findings);
                default -> {}
            }
        }
    }

    private static List<Xml> definitions(Xml node) {
        return node.children().stream()
                .filter(child -> child.bpmn() && child.tag().contains("EventDefinition"))
                .toList();
    }

    private static void only(Xml node, String kind, String advice, Findings findings) {
        for (Xml definition : definitions(node)) {
            if (!definition.tag().equals(kind + "EventDefinition")) {
                String found = definition.tag().replace("EventDefinition", "");
                findings.error(
                        node, Said.of("event-kind", Sentences.step(node), Sentences.quote(found), Said.of(advice)));
            }
        }
    }

    private static void boundary(Xml node, Map<String, Xml> byId, FlowSource source, Findings findings) {
        if (node.attribute("cancelActivity").strip().matches("false|0")) {
            findings.error(
                    node,
                    Said.of("non-interrupting", Sentences.step(node))
                            .mendedBy(Repair.of("clear", node, "property", "cancelActivity")));
        }
        Xml host = byId.get(node.attribute("attachedToRef"));
        boolean onAsk =
                host != null && NodeReader.blockOf(host).filter(Block::asks).isPresent();
        if (!onAsk) {
            findings.error(node, Said.of("boundary-host", Sentences.step(node)));
        }
        List<Xml> definitions = definitions(node);
        boolean one = definitions.size() == 1;
        if (one && definitions.get(0).is("timerEventDefinition")) {
            String duration = NodeReader.timer(node, "timeDuration");
            timer(node, duration, findings);
            if (duration.isEmpty() && dated(node).isEmpty()) {
                findings.error(node, Said.of("bad-duration.none", Sentences.step(node)));
            }
        } else if (!one || !definitions.get(0).is("errorEventDefinition") || !noAnswer(definitions.get(0), source)) {
            findings.error(node, Said.of("event-kind.edge", Sentences.step(node), Blocks.NO_ANSWER));
        }
    }

    private static boolean noAnswer(Xml error, FlowSource source) {
        return source.errorCode(error.attribute("errorRef")).equals(Blocks.NO_ANSWER);
    }

    private static Optional<String> dated(Xml node) {
        return List.of("timeDate", "timeCycle").stream()
                .filter(part -> node.all("timerEventDefinition")
                        .anyMatch(timer -> timer.first(part).isPresent()))
                .findFirst();
    }

    private static void timer(Xml node, String duration, Findings findings) {
        dated(node)
                .ifPresent(part -> findings.error(
                        node, Said.of(part.equals("timeCycle") ? "timer-cycle" : "timer-date", Sentences.step(node))));
        if (!duration.isEmpty() && !FlowCompiler.isJuel(duration)) {
            duration(node, duration).ifPresent(said -> findings.error(node, said));
        }
    }

    /** The sentence about a duration that can't be waited for. */
    static Optional<Said> duration(Xml node, String text) {
        Optional<Duration> duration = FlowDuration.parse(text);
        if (duration.isEmpty()) {
            return Optional.of(Said.of("bad-duration", Sentences.step(node), Sentences.quote(text)));
        }
        return FlowDuration.allowed(duration.get())
                ? Optional.empty()
                : Optional.of(Said.of("bad-duration.limits", Sentences.step(node), Sentences.quote(text)));
    }
}
