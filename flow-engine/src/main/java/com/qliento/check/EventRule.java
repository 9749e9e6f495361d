package com.qliento.check;

import com.qliento.block.Block;
import com.qliento.block.Exit;
import com.qliento.block.FlowDuration;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Events: only durations as timers, only asks with something on their edge, and nothing from outside. */
@Component
@Order(60)
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
                case "boundaryEvent" -> boundary(node, byId.get(node.attribute("attachedToRef")), flow, findings);
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

    private static void boundary(Xml node, @Nullable Xml host, FlowModel flow, Findings findings) {
        if (node.attribute("cancelActivity").strip().matches("false|0")) {
            findings.error(
                    node,
                    Said.of("non-interrupting", Sentences.step(node))
                            .mendedBy(Repair.of("clear", node, "property", "cancelActivity")));
        }
        Block block = host == null ? null : flow.blockOf(host).orElse(null);
        List<Xml> definitions = definitions(node);
        Xml only = definitions.size() == 1 ? definitions.get(0) : null;
        boolean timer = only != null && only.is("timerEventDefinition");
        if (block == null || (block.exits().isEmpty() && !block.asks()) || (timer && !block.asks())) {
            findings.error(node, Said.of("boundary-host", Sentences.step(node)));
        }
        if (timer) {
            String duration = NodeReader.timer(node, "timeDuration");
            timer(node, duration, findings);
            if (duration.isEmpty() && dated(node).isEmpty()) {
                findings.error(node, Said.of("bad-duration.none", Sentences.step(node)));
            }
        } else if (only == null || !only.is("errorEventDefinition") || !exit(only, block, flow)) {
            String said = block == null || block.asks() ? "event-kind.edge" : "event-kind.exit";
            findings.error(node, Said.of(said, Sentences.step(node), codes(block)));
        }
    }

    private static boolean exit(Xml error, @Nullable Block block, FlowModel flow) {
        String code = flow.source().errorCode(error.attribute("errorRef"));
        return block != null && block.exit(code).isPresent();
    }

    /** The codes that an error on its edge may have; of no block, those of an ask. */
    private static String codes(@Nullable Block block) {
        List<Exit> exits = block == null || block.exits().isEmpty() ? List.of(Exit.NO_ANSWER) : block.exits();
        return exits.stream().map(Exit::code).collect(Collectors.joining(", "));
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
