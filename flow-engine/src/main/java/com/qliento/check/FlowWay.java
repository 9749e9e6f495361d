package com.qliento.check;

import com.qliento.block.CallSettings;
import com.qliento.block.EventSettings;
import com.qliento.block.FlowDuration;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.Arrow;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Boundary;
import com.qliento.bpmn.FlowModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way on in a flow, and how long it can take at most.
 *
 * @param seconds spent in the step it leaves
 * @param answered whether the customer's answer leads this way
 * @param left whether it leaves by an edge of its step, which has not come to anything then
 */
record FlowWay(String from, String to, long seconds, boolean answered, boolean left) {

    /** More than any number of seconds. */
    static final long WITHOUT_END = Long.MAX_VALUE;

    /** All of a flow's. */
    static List<FlowWay> of(FlowModel flow) {
        var ways = new HashMap<String, FlowWay>();
        for (Arrow arrow : flow.arrows().values()) {
            BlockNode from = flow.blocks().get(arrow.source());
            boolean answered = from != null && from.block().asks();
            ways.put(arrow.id(), new FlowWay(arrow.source(), arrow.target(), waited(flow, from), answered, false));
        }
        for (Boundary edge : flow.boundaries().values()) {
            BlockNode from = flow.blocks().get(edge.host());
            // used-up attempts are answers too, only none that could be taken
            boolean answered = !edge.timer() && from != null && from.block().asks();
            ways.put(edge.id(), new FlowWay(edge.host(), edge.id(), until(flow, edge, from), answered, true));
        }
        return List.copyOf(ways.values());
    }

    /** So much longer than before; what was without end stays so. */
    long after(long before) {
        return before == WITHOUT_END ? before : before + seconds;
    }

    /** Whoever leaves a block by one of its exits has waited there as well; time that is up is as long as it says. */
    private static long until(FlowModel flow, Boundary edge, @Nullable BlockNode host) {
        return edge.timer() ? seconds(edge.duration()) : waited(flow, host);
    }

    private static long waited(FlowModel flow, @Nullable BlockNode node) {
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
            case CUSTOMER, TIME -> Math.max(limit(flow, node), drawn(node));
        };
    }

    private static long drawn(BlockNode node) {
        return node.values(ParameterKind.DURATION).stream()
                .mapToLong(FlowWay::seconds)
                .sum();
    }

    /** How long an answer is waited for, where a clock on the step's edge says so. */
    private static long limit(FlowModel flow, BlockNode node) {
        return flow.boundaries().values().stream()
                .filter(edge -> edge.timer() && edge.host().equals(node.elementId()))
                .mapToLong(edge -> seconds(edge.duration()))
                .max()
                .orElse(0);
    }

    private static long seconds(String duration) {
        return FlowDuration.parse(duration)
                .filter(FlowDuration::allowed)
                .map(Duration::toSeconds)
                .orElse(0L);
    }
}
