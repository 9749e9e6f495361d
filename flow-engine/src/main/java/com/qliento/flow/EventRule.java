package com.qliento.flow;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.FlowDuration;
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
                case "startEvent" -> only(node, "", "Starts are set in the block: remove the event's kind.", findings);
                case "endEvent" -> only(node, "terminate", "A plain end is all a chat needs.", findings);
                case "intermediateCatchEvent" -> {
                    only(
                            node,
                            "timer",
                            "Waiting for a message is an ask block; a catch event only waits for time.",
                            findings);
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
                        node,
                        "event-kind",
                        Sentences.step(node) + " is a " + found + " event, which no block is. " + advice);
            }
        }
    }

    private static void boundary(Xml node, Map<String, Xml> byId, FlowSource source, Findings findings) {
        if (node.attribute("cancelActivity").strip().matches("false|0")) {
            findings.error(
                    node,
                    "non-interrupting",
                    Sentences.step(node) + " does not interrupt its step (dashed border), so two ways would run at"
                            + " once. Make it interrupting.");
        }
        Xml host = byId.get(node.attribute("attachedToRef"));
        boolean onAsk =
                host != null && NodeReader.blockOf(host).filter(Block::asks).isPresent();
        if (!onAsk) {
            findings.error(
                    node,
                    "boundary-host",
                    Sentences.step(node) + " is not on the edge of an ask block. Only asks can time out.");
        }
        List<Xml> definitions = definitions(node);
        boolean one = definitions.size() == 1;
        if (one && definitions.get(0).is("timerEventDefinition")) {
            String duration = NodeReader.timer(node, "timeDuration");
            timer(node, duration, findings);
            if (duration.isEmpty() && dated(node).isEmpty()) {
                findings.error(
                        node,
                        "bad-duration",
                        Sentences.step(node) + " has no duration. Set one, such as PT10M for 10 minutes.");
            }
        } else if (!one || !definitions.get(0).is("errorEventDefinition") || !noAnswer(definitions.get(0), source)) {
            findings.error(
                    node,
                    "event-kind",
                    Sentences.step(node) + " is an event no block is. On an ask's edge stands a timer, or an error with"
                            + " the code " + Blocks.NO_ANSWER + ".");
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
                        node,
                        part.equals("timeCycle") ? "timer-cycle" : "timer-date",
                        Sentences.step(node) + " is a timer that "
                                + (part.equals("timeCycle") ? "repeats" : "waits for a date")
                                + ". A flow waits for a duration, such as PT10M for 10 minutes."));
        if (!duration.isEmpty() && !JuelRule.juel(duration)) {
            duration(node, duration).ifPresent(message -> findings.error(node, "bad-duration", message));
        }
    }

    /** The sentence about a duration that can't be waited for. */
    static Optional<String> duration(Xml node, String text) {
        Optional<Duration> duration = FlowDuration.parse(text);
        if (duration.isEmpty()) {
            return Optional.of(Sentences.step(node) + " waits for '" + Sentences.quote(text)
                    + "', which is no duration. Write weeks, days, hours, minutes or seconds: P2W, P1D, PT2H, PT10M.");
        }
        return FlowDuration.allowed(duration.get())
                ? Optional.empty()
                : Optional.of(Sentences.step(node) + " waits for '" + Sentences.quote(text)
                        + "'. The shortest wait is one second, the longest 30 days.");
    }
}
