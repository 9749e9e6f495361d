package com.qliento.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * How much one phone number of ours may send: a rate, a number of calls in the air, and pauses that WhatsApp asked for.
 * Lanes that have to wait do so in their order, and nobody overtakes them. Whoever changes something here that may open
 * the gate asks for {@link #first} and {@link #alarm} afterwards; then no lane waits for ever.
 */
final class NumberGate {

    private final Clock clock;
    private final int inFlightLimit;
    private final LinkedHashSet<SendLane> waiting = new LinkedHashSet<>();
    private @Nullable TokenBucket rate;
    private @Nullable Instant alarmAt;
    private double perSecond;
    private Instant pausedUntil = Instant.MIN;
    private int inFlight;
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

    /** Takes a place: true; or notes that the lane waits behind those that wait already: false. */
    synchronized boolean enter(SendLane lane) {
        var now = clock.instant();
        if (!open(now) || (!waiting.isEmpty() && waiting.iterator().next() != lane)) {
            waiting.add(lane);
            return false;
        }
        waiting.remove(lane);
        inFlight++;
        if (rate != null) {
            rate.take(now);
        }
        return true;
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
        waiting.remove(lane);
    }

    /** Gives the place back. */
    synchronized void leave() {
        inFlight--;
    }

    /** The lane that waits longest, when one may go now; it has to {@link #enter} or {@link #withdraw}. */
    synchronized @Nullable SendLane first() {
        return waiting.isEmpty() || !open(clock.instant())
                ? null
                : waiting.iterator().next();
    }

    /**
     * When somebody has to look for {@link #first} again, and has to say {@link #woken} with it then. Null when nobody
     * has to: no lane waits, all wait for a call to end, or an alarm is set that rings no later.
     */
    synchronized @Nullable Instant alarm() {
        if (waiting.isEmpty() || inFlight >= inFlightLimit) {
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
        waiting.remove(lane);
        users--;
    }

    /** Whether nobody would notice if a new gate took this one's place. */
    synchronized boolean disused() {
        var now = clock.instant();
        return users == 0 && inFlight == 0 && !pausedUntil.isAfter(now) && (rate == null || rate.full(now));
    }
}
