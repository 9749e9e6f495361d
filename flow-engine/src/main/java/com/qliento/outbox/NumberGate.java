package com.qliento.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * How much one phone number of ours may send: a rate, a number of calls in the air, and pauses that WhatsApp asked for.
 * Lanes that have to wait do so in their order.
 */
final class NumberGate {

    private final Clock clock;
    private final int inFlightLimit;
    private final LinkedHashSet<SendLane> waiting = new LinkedHashSet<>();
    private @Nullable TokenBucket rate;
    private Instant pausedUntil = Instant.MIN;
    private int inFlight;
    private int troubles;

    NumberGate(Clock clock, int inFlightLimit, double perSecond) {
        this.clock = clock;
        this.inFlightLimit = inFlightLimit;
        setRate(perSecond);
    }

    /** Sets the rate; 0 means none. */
    synchronized void setRate(double perSecond) {
        rate = perSecond <= 0
                ? null
                : new TokenBucket(Math.max(1, (int) perSecond), Duration.ofNanos((long) (1e9 / perSecond)));
    }

    /** Takes a place, or notes that the lane waits; the time to ask again, null when it has the place. */
    synchronized @Nullable Instant enter(SendLane lane) {
        var now = clock.instant();
        var next = next(now);
        if (inFlight >= inFlightLimit || next.isAfter(now)) {
            waiting.add(lane);
            return inFlight >= inFlightLimit ? Instant.MAX : next;
        }
        waiting.remove(lane);
        inFlight++;
        if (rate != null) {
            rate.take(now);
        }
        return null;
    }

    private Instant next(Instant now) {
        var next = pausedUntil.isAfter(now) ? pausedUntil : now;
        return rate != null && rate.next(now).isAfter(next) ? rate.next(now) : next;
    }

    /** Gives the place back; the lane that waits longest, if any may go. */
    synchronized @Nullable SendLane leave() {
        inFlight--;
        return nextWaiting();
    }

    /** The lane that waits longest, when one may go now; it has to {@link #enter} again. */
    synchronized @Nullable SendLane nextWaiting() {
        var now = clock.instant();
        if (waiting.isEmpty() || inFlight >= inFlightLimit || next(now).isAfter(now)) {
            return null;
        }
        var lane = waiting.iterator().next();
        waiting.remove(lane);
        return lane;
    }

    /** When the first waiting lane may go; null when none waits for time. */
    synchronized @Nullable Instant alarm() {
        return waiting.isEmpty() || inFlight >= inFlightLimit ? null : next(clock.instant());
    }

    /** WhatsApp asked for less, or something is wrong with the number: nothing goes for a while, longer each time. */
    synchronized Instant pause(@Nullable Duration asked, Duration longest) {
        var pause = asked != null ? asked : Duration.ofSeconds(1L << Math.min(troubles, 6));
        troubles++;
        var until = clock.instant().plus(pause.compareTo(longest) > 0 && asked == null ? longest : pause);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
        return pausedUntil;
    }

    synchronized void fine() {
        troubles = 0;
    }
}
