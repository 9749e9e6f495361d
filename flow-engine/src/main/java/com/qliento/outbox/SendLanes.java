package com.qliento.outbox;

import com.qliento.channel.ChannelId;
import com.qliento.inbox.Lane;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contacts and numbers this node has in its hands. A lane joins its gate when it begins and parts from it when it is
 * forgotten; a gate that nobody uses is forgotten too, so neither grows with all there ever were.
 */
final class SendLanes {

    private final ConcurrentHashMap<Lane, SendLane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ChannelId, NumberGate> gates = new ConcurrentHashMap<>();
    private final SendRules rules;
    private final int most;
    private volatile int nodes = 1;

    /**
     * Without any lane yet.
     *
     * @param most lanes in memory
     */
    SendLanes(SendRules rules, int most) {
        this.rules = rules;
        this.most = most;
    }

    /**
     * Changes the lane under its monitor; null when there are too many lanes to begin this one. The last tenth of the
     * room is for replies.
     */
    @Nullable
    SendLane with(Lane id, boolean reply, Consumer<SendLane> change) {
        while (true) {
            var lane = lanes.get(id);
            if (lane == null) {
                if (lanes.mappingCount() >= (reply ? most : most - most / 10)) {
                    return null;
                }
                lane = lanes.computeIfAbsent(id, this::begin);
            }
            synchronized (lane) {
                if (!lane.gone) {
                    change.accept(lane);
                    return lane;
                }
            }
        }
    }

    private SendLane begin(Lane id) {
        var gate = gates.compute(
                OutboxStore.channelOf(id), (channel, known) -> (known == null ? rules.newGate(nodes) : known).join());
        return new SendLane(id, gate, rules.pairLimit());
    }

    /** Forgets a lane whose monitor the caller holds. */
    void forget(SendLane lane) {
        if (!lane.gone) {
            lane.gone = true;
            lanes.remove(lane.lane, lane);
            lane.gate.part(lane);
        }
    }

    @Nullable
    SendLane find(Lane id) {
        return lanes.get(id);
    }

    Collection<SendLane> all() {
        return lanes.values();
    }

    Collection<NumberGate> gates() {
        return gates.values();
    }

    /** Whether any lane is like this, each asked under its monitor. */
    boolean any(Predicate<SendLane> like) {
        return lanes.values().stream().anyMatch(lane -> {
            synchronized (lane) {
                return like.test(lane);
            }
        });
    }

    /** Shares the numbers' rates among this many nodes. */
    void shareAmong(int count) {
        nodes = count;
        gates.values().forEach(gate -> gate.setRate(rules.ratePerNode(count)));
    }

    /** Forgets gates that nobody uses. */
    void tidyGates() {
        gates.keySet().forEach(channel -> gates.computeIfPresent(channel, (id, gate) -> gate.disused() ? null : gate));
    }
}
