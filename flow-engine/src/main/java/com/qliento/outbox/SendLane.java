package com.qliento.outbox;

import com.qliento.inbox.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Messages to one contact: one in the air at a time. Guarded by its own monitor. */
final class SendLane {

    /** One message per 6 s to the same person, 45 of them borrowed (WhatsApp's pair rate). */
    private static final int PAIR_BURST = 45;

    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);

    final Lane lane;
    final Queue<Ready> waiting = new ArrayDeque<>();
    private final @Nullable TokenBucket pair;
    boolean busy;
    boolean gone;
    Instant pausedUntil = Instant.MIN;
    private int troubles;
    private int pairTroubles;

    SendLane(Lane lane, boolean pairLimit) {
        this.lane = lane;
        this.pair = pairLimit ? new TokenBucket(PAIR_BURST, PAIR_INTERVAL) : null;
    }

    /** When the first message may go, as far as this contact is concerned. */
    Instant next(Instant now) {
        var next = pausedUntil.isAfter(now) ? pausedUntil : now;
        var head = waiting.peek();
        if (head != null && head.notBefore() != null && head.notBefore().isAfter(next)) {
            next = head.notBefore();
        }
        if (pair != null && pair.next(now).isAfter(next)) {
            next = pair.next(now);
        }
        return next;
    }

    void take(Instant now) {
        if (pair != null) {
            pair.take(now);
        }
    }

    /** A message got through. */
    synchronized void fine() {
        troubles = 0;
        pairTroubles = 0;
    }

    /** How long to wait after one more trouble in a row: 1, 2, 4 ... seconds. */
    synchronized Duration backOff(Duration longest) {
        var pause = Duration.ofSeconds(1L << Math.min(troubles++, 10));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** How long WhatsApp asks to wait when the same person got too much: 4 to the power of the times it said so. */
    synchronized Duration pairBackOff() {
        return Duration.ofSeconds(1L << (2 * Math.min(pairTroubles++, 5)));
    }

    /** Whether forgetting this lane would let somebody exceed the pair rate. */
    boolean worthKeeping(Instant now) {
        return busy
                || !waiting.isEmpty()
                || pausedUntil.isAfter(now)
                || pair != null && pair.next(now).isAfter(now);
    }
}
