package com.qliento.check;

import com.qliento.block.CallSettings;
import com.qliento.block.EventSettings;
import com.qliento.block.FlowDuration;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.Arrow;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Boundary;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * WhatsApp takes free messages for 24 hours after the customer last wrote. Goes through the flow with the longest time
 * that can have passed since: waits, unanswered asks and calls to other systems add to it, an answer sets it back to
 * nothing. A loop that only waits adds up without end. Flows that are started in between count as taking no time.
 */
@Component
@Order(130)
final class WindowRule implements FlowRule {

    private static final long WINDOW = Duration.ofHours(24).toSeconds();

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Map<String, Long> since = longest(flow);
        for (Xml node : flow.source().nodes()) {
            long passed = since.getOrDefault(node.id(), 0L);
            if (passed >= WINDOW && says(flow.blocks().get(node.id()))) {
                findings.warning(
                        node,
                        Said.of(
                                passed == Long.MAX_VALUE ? "outside-window.loop" : "outside-window",
                                Sentences.step(node),
                                passed / 3600));
            }
        }
    }

    private static boolean says(@Nullable BlockNode node) {
        return node != null && node.says();
    }

    /** Seconds since the customer wrote, at most, when a step is reached; what is never reached is not there. */
    private static Map<String, Long> longest(FlowModel flow) {
        var since = new LinkedHashMap<String, Long>();
        flow.start().ifPresent(start -> since.put(start.elementId(), 0L));
        List<Step> steps = steps(flow);
        int rounds = flow.source().nodes().size() + 1;
        boolean changed = true;
        for (int round = 0; changed && round <= 2 * rounds; round++) {
            changed = false;
            for (Step step : steps) {
                Long before = since.get(step.from());
                if (before != null) {
                    long after = step.after(before);
                    Long known = since.get(step.to());
                    if (known == null || after > known) {
                        // still growing after as many rounds as there are steps: it goes round and round
                        since.put(step.to(), round > rounds ? Long.MAX_VALUE : after);
                        changed = true;
                    }
                }
            }
        }
        return since;
    }

    /** One way on, and what it does to the time that has passed. */
    private record Step(String from, String to, long adds, boolean answered) {

        long after(long before) {
            if (answered) {
                return 0;
            }
            return before == Long.MAX_VALUE ? before : before + adds;
        }
    }

    private static List<Step> steps(FlowModel flow) {
        var steps = new HashMap<String, Step>();
        for (Arrow arrow : flow.arrows().values()) {
            BlockNode from = flow.blocks().get(arrow.source());
            boolean answered = from != null && from.block().asks();
            steps.put(arrow.id(), new Step(arrow.source(), arrow.target(), waited(from), answered));
        }
        for (Boundary edge : flow.boundaries().values()) {
            BlockNode from = flow.blocks().get(edge.host());
            // used-up attempts are answers too, only none that could be taken
            boolean answered = !edge.timer() && from != null && from.block().asks();
            steps.put(edge.id(), new Step(edge.host(), edge.id(), until(edge, from), answered));
        }
        return List.copyOf(steps.values());
    }

    /** Whoever leaves a block by one of its exits has waited there as well; time that is up is as long as it says. */
    private static long until(Boundary edge, @Nullable BlockNode host) {
        return edge.timer() ? seconds(edge.duration()) : waited(host);
    }

    private static long waited(@Nullable BlockNode node) {
        if (node == null) {
            return 0;
        }
        return switch (node.block().awaits()) {
            case NOTHING -> 0;
            case CALL ->
                node.block().parameter(CallSettings.SECONDS).isPresent()
                        ? node.number(CallSettings.SECONDS)
                        : CallSettings.LONGEST.toSeconds();
            case EVENT ->
                Duration.ofHours(node.number(EventSettings.HOURS.name())).toSeconds();
            case CUSTOMER, TIME ->
                node.values(ParameterKind.DURATION).stream()
                        .mapToLong(WindowRule::seconds)
                        .sum();
        };
    }

    private static long seconds(String duration) {
        return FlowDuration.parse(duration)
                .filter(FlowDuration::allowed)
                .map(Duration::toSeconds)
                .orElse(0L);
    }
}
