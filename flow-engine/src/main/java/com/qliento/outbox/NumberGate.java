package com.qliento.outbox;

import com.qliento.door.TokenBucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * How much one phone number of ours may send: a rate, a number of calls in the air, and pauses that WhatsApp asked for.
 * Lanes that have to wait do so in two rows. Those with a reply go first, but for each tenth place, which is for what
 * flows say by themselves: however much of that there is, a reply waits for one such message at most, and none of them
 * waits for ever. In its row a lane keeps its place. Whoever changes something here that may open the gate asks for
 * {@link #first} and {@link #alarm} afterwards; then no lane waits for ever.
 */
final class NumberGate {

    private static final int REPLIES_IN_A_ROW = 9;

    private final Clock clock;
    private final int inFlightLimit;
    private final LinkedHashSet<SendLane> replies = new LinkedHashSet<>();
    private final LinkedHashSet<SendLane> others = new LinkedHashSet<>();
    private @Nullable TokenBucket rate;
    private @Nullable Instant alarmAt;
    private double perSecond;
    private Instant pausedUntil = Instant.MIN;
    private int inFlight;
    private int repliesInARow;
    private int troubles;
    private long through;
    private int users;

    NumberGate(Clock clock, int inFlightLimit, double perSecond) {
        this.clock = clock;
        this.inFlightLimit = inFlightLimit;
        setRate(perSecond);
    }

    /** Sets the rate; 0 means none. What was sent already counts on. */
    synchronized void setRate(double newRate) {
        if (newRate == perSecond) {
            return;
        }
        perSecond = newRate;
        if (newRate <= 0) {
            rate = null;
            return;
        }
        int burst = Math.max(1, (int) newRate);
        var interval = Duration.ofNanos((long) (1e9 / newRate));
        rate = rate == null ? new TokenBucket(burst, interval) : rate.remeasured(burst, interval);
    }

    /** Takes a place: true; or notes that the lane waits in its row: false. The caller holds the lane's monitor. */
    synchronized boolean enter(SendLane lane) {
        var now = clock.instant();
        boolean reply = lane.replies();
        (reply ? others : replies).remove(lane);
        (reply ? replies : others).add(lane);
        if (!open(now) || turn() != lane) {
            return false;
        }
        withdraw(lane);
        repliesInARow = reply && !others.isEmpty() ? repliesInARow + 1 : 0;
        inFlight++;
        if (rate != null) {
            rate.take(now);
        }
        return true;
    }

    /** Whose turn it is as soon as the gate is open; null when no lane waits. */
    private @Nullable SendLane turn() {
        boolean reply = others.isEmpty() || repliesInARow < REPLIES_IN_A_ROW;
        var row = reply && !replies.isEmpty() ? replies : others;
        return row.isEmpty() ? null : row.iterator().next();
    }

    private boolean open(Instant now) {
        return inFlight < inFlightLimit && !next(now).isAfter(now);
    }

    private Instant next(Instant now) {
        var next = pausedUntil.isAfter(now) ? pausedUntil : now;
        return rate != null && rate.next(now).isAfter(next) ? rate.next(now) : next;
    }

    /** The lane has nothing to send for now. */
    synchronized void withdraw(SendLane lane) {
        replies.remove(lane);
        others.remove(lane);
    }

    /** Gives the place back. */
    synchronized void leave() {
        inFlight--;
    }

    /** The lane whose turn it is, when one may go now; it has to {@link #enter} or {@link #withdraw}. */
    synchronized @Nullable SendLane first() {
        return open(clock.instant()) ? turn() : null;
    }

    /**
     * When somebody has to look for {@link #first} again, and has to say {@link #woken} with it then. Null when nobody
     * has to: no lane waits, all wait for a call to end, or an alarm is set that rings no later.
     */
    synchronized @Nullable Instant alarm() {
        if (turn() == null || inFlight >= inFlightLimit) {
            return null;
        }
        var next = next(clock.instant());
        if (alarmAt != null && !alarmAt.isAfter(next)) {
            return null;
        }
        alarmAt = next;
        return next;
    }

    /** The alarm for this time rang. */
    synchronized void woken(Instant alarm) {
        if (alarm.equals(alarmAt)) {
            alarmAt = null;
        }
    }

    /**
     * WhatsApp asked for less, or something is wrong with the number: nothing goes for a while, longer each time. Calls
     * that were in the air together are one trouble.
     */
    synchronized Instant pause(@Nullable Duration asked, Duration longest) {
        var now = clock.instant();
        var grown = Duration.ofSeconds(1L << Math.min(troubles, 6));
        if (!pausedUntil.isAfter(now)) {
            troubles++;
        } else if (asked == null) {
            return pausedUntil;
        }
        var until = now.plus(asked != null ? asked : grown.compareTo(longest) > 0 ? longest : grown);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
        return pausedUntil;
    }

    /** A message got through. */
    synchronized void fine() {
        troubles = 0;
        through++;
    }

    /** How many messages got through so far. */
    synchronized long through() {
        return through;
    }

    /** One more lane uses this gate. */
    synchronized NumberGate join() {
        users++;
        return this;
    }

    /** A lane that used this gate is gone. */
    synchronized void part(SendLane lane) {
        withdraw(lane);
        users--;
    }

    /** Whether nobody would notice if a new gate took this one's place. */
    synchronized boolean disused() {
        var now = clock.instant();
        return users == 0 && inFlight == 0 && !pausedUntil.isAfter(now) && (rate == null || rate.full(now));
    }
}
