package com.qliento.check;

import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.time.Duration;
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
                                passed == FlowWay.WITHOUT_END ? "outside-window.loop" : "outside-window",
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
        List<FlowWay> ways = FlowWay.of(flow);
        int rounds = flow.source().nodes().size() + 1;
        boolean changed = true;
        for (int round = 0; changed && round <= 2 * rounds; round++) {
            changed = false;
            for (FlowWay way : ways) {
                Long before = since.get(way.from());
                if (before != null) {
                    long after = way.answered() ? 0 : way.after(before);
                    Long known = since.get(way.to());
                    if (known == null || after > known) {
                        // still growing after as many rounds as there are steps: it goes round and round
                        since.put(way.to(), round > rounds ? FlowWay.WITHOUT_END : after);
                        changed = true;
                    }
                }
            }
        }
        return since;
    }
}
