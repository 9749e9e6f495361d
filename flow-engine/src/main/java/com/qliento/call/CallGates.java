package com.qliento.call;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The gates there are, and which calls this node has in its hands: each in one place only. */
final class CallGates {

    private final Callees callees;
    private final Map<Ticket.Line, CallGate> gates = new ConcurrentHashMap<>();
    private final Map<UUID, Ticket> held = new ConcurrentHashMap<>();

    CallGates(Callees callees) {
        this.callees = callees;
    }

    /** Takes a call; gives its gate, or null when this node has it already or has no room for it. */
    @Nullable
    CallGate take(Ticket ticket) {
        if (held.putIfAbsent(ticket.id(), ticket) != null) {
            return null;
        }
        var gate = gates.compute(ticket.line(), (line, there) -> {
            var its = there == null ? new CallGate(line, width(line)) : there;
            if (!its.add(ticket)) {
                held.remove(ticket.id());
            }
            return its;
        });
        return held.containsKey(ticket.id()) ? gate : null;
    }

    private int width(Ticket.Line line) {
        var callee = callees.find(line.kind());
        return callee == null ? 1 : callee.width();
    }

    /** It is not in this node's hands any more. */
    void drop(UUID id) {
        held.remove(id);
    }

    /** What waits here is not made any more; what is under way goes on. */
    void forget(UUID id) {
        var ticket = held.get(id);
        var gate = ticket == null ? null : gates.get(ticket.line());
        if (gate != null && gate.forget(id)) {
            held.remove(id);
        }
    }

    boolean has(UUID id) {
        return held.containsKey(id);
    }

    Collection<CallGate> all() {
        return List.copyOf(gates.values());
    }

    /** Forgets gates that nobody would miss. */
    void tidy(Instant now) {
        gates.keySet().forEach(line -> gates.computeIfPresent(line, (same, gate) -> gate.disused(now) ? null : gate));
    }

    int underWayOrWaiting() {
        return held.size();
    }
}
