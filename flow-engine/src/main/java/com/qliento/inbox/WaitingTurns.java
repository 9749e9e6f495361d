package com.qliento.inbox;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whose turn is next. People come before runs, which nobody watches: programs that begin many of them keep no customer
 * waiting. One turn of {@value #ONE_IN} is a run's all the same while both wait. Lanes of a kind come in their order.
 */
final class WaitingTurns {

    static final int ONE_IN = 10;

    private final Queue<Lane> people = new ConcurrentLinkedQueue<>();
    private final Queue<Lane> runs = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();

    void add(Lane lane) {
        (lane.isRun() ? runs : people).add(lane);
    }

    /** The next; to be asked once for each lane that was added, which is then never in vain. */
    Lane next() {
        boolean runFirst = taken.incrementAndGet() % ONE_IN == 0;
        while (true) {
            var lane = (runFirst ? runs : people).poll();
            if (lane == null) {
                lane = (runFirst ? people : runs).poll();
            }
            if (lane != null) {
                return lane;
            }
        }
    }
}
