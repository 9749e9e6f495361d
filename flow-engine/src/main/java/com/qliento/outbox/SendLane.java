package com.qliento.outbox;

import com.qliento.door.TokenBucket;
import com.qliento.inbox.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to one contact: one in the air at a time. Guarded by its own monitor. */
final class SendLane {

    /** In memory; what is beyond stays in the database until the sweep brings it. */
    static final int MOST = 100;

    /** One message per 6 s to the same person, 45 of them borrowed (WhatsApp's pair rate). */
    private static final int PAIR_BURST = 45;

    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);

    final Lane lane;
    final NumberGate gate;
    private final Deque<Ready> waiting = new ArrayDeque<>();
    private final @Nullable TokenBucket pair;
    boolean busy;
    boolean gone;
    Instant pausedUntil = Instant.MIN;
    private boolean moreInDatabase;
    private boolean headSettled;
    private @Nullable Instant alarmAt;
    private int troubles;
    private int pairTroubles;
    private long throughAtTrouble = Long.MAX_VALUE;

    SendLane(Lane lane, NumberGate gate, boolean pairLimit) {
        this.lane = lane;
        this.gate = gate;
        this.pair = pairLimit ? new TokenBucket(PAIR_BURST, PAIR_INTERVAL) : null;
    }

    /** Takes a message behind the others, unless there is no room for it or one before it had none. */
    void add(Ready message) {
        moreInDatabase |= waiting.size() >= MOST;
        if (!moreInDatabase) {
            waiting.add(message);
        }
    }

    /** Takes what was found in the database, at most {@link #MOST}, unless it has something already. */
    void addLeft(List<Ready> messages) {
        if (waiting.isEmpty() && !busy) {
            messages.forEach(this::add);
            moreInDatabase |= messages.size() >= MOST;
        }
    }

    @Nullable
    Ready head() {
        return waiting.peek();
    }

    /** Whether one of its messages is a reply: those before it go as early as it does, since they keep their order. */
    boolean replies() {
        return waiting.stream().anyMatch(Ready::reply);
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

    void begin(Instant now) {
        busy = true;
        if (pair != null) {
            pair.take(now);
        }
    }

    /** The first message came to this. */
    void end(Settlement settlement) {
        busy = false;
        waiting.poll();
        if (!settlement.settled() && !headSettled) {
            var message = settlement.message();
            waiting.addFirst(new Ready(
                    message.id(),
                    message.lane(),
                    message.json(),
                    message.freeUntil(),
                    message.reply(),
                    settlement.attempts(),
                    settlement.state().equals("unsure"),
                    settlement.next(),
                    null));
        }
        headSettled = false;
        moreInDatabase &= !waiting.isEmpty();
    }

    /** A status told that WhatsApp has this message. While its call is made, the outcome of the call no longer matters. */
    void settled(UUID message) {
        var head = waiting.peek();
        if (busy && head != null && head.id().equals(message)) {
            headSettled = true;
        } else {
            waiting.removeIf(ready -> ready.id().equals(message));
            moreInDatabase &= !waiting.isEmpty();
        }
    }

    /** Forgets all messages: the rows are the truth. */
    void clear() {
        busy = false;
        waiting.clear();
    }

    /** Notes an alarm; false when one is set that rings no later. */
    boolean alarm(Instant time) {
        if (alarmAt != null && !alarmAt.isAfter(time)) {
            return false;
        }
        alarmAt = time;
        return true;
    }

    /** The alarm for this time rang. */
    void woken(Instant alarm) {
        if (alarm.equals(alarmAt)) {
            alarmAt = null;
        }
    }

    /** A message got through. */
    synchronized void fine() {
        troubles = 0;
        pairTroubles = 0;
    }

    /**
     * One more trouble: whether the number got anything through since the last one, so that the message is to blame and
     * not WhatsApp. Unknown at the first trouble, which blames nobody.
     */
    synchronized boolean ownTrouble() {
        boolean own = gate.through() > throughAtTrouble;
        throughAtTrouble = gate.through();
        return own;
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

    /** Whether there is something to send, or forgetting this lane would let somebody exceed the pair rate. */
    boolean worthKeeping(Instant now) {
        return busy || !waiting.isEmpty() || pausedUntil.isAfter(now) || (pair != null && !pair.full(now));
    }
}
