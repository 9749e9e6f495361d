package com.qliento.load;

import java.time.Duration;

/**
 * What one customer's number has written and heard. Only counting is needed to tell lost from repeated, since a
 * number that waited in vain is never used again: a late reply cannot pass for the next one.
 */
final class Customer {
    private final long number;
    private final Channel channel;

    private long posted;
    private long accepted;
    private long replies;
    private long begun;
    private long beingAnswered;
    private int beingAnsweredSince;
    private long lastAnswered;
    private long mayRepeat;
    private long highest;
    private long numbered;
    private long misordered;
    private long overlapping;

    Customer(long number, Channel channel, long now) {
        this.number = number;
        this.channel = channel;
        this.lastAnswered = now - Duration.ofDays(1).toNanos();
    }

    long number() {
        return number;
    }

    Channel channel() {
        return channel;
    }

    /** Whether this number never wrote before. */
    synchronized boolean isNew() {
        return posted == 0;
    }

    /** Notes that messages are about to be posted, and gives how many were before them. */
    synchronized long writes(int messages, long now) {
        begun = now;
        posted += messages;
        return posted - messages;
    }

    /** The webhook was answered 200: from now on its messages must not get lost. */
    synchronized void accepted(int messages) {
        accepted += messages;
    }

    /**
     * A reply reached the sink. {@code place} is the number found in its text, or 0; {@code era} changes at each
     * kill. Gives the time at which the answered message was begun.
     */
    synchronized long hears(long place, int era) {
        replies++;
        if (beingAnswered > 0 && beingAnsweredSince == era) {
            overlapping++;
        }
        beingAnswered = beingAnsweredSince == era ? beingAnswered + 1 : 1;
        beingAnsweredSince = era;
        if (place > 0) {
            numbered++;
            misordered += place < highest ? 1 : 0;
            highest = Math.max(highest, place);
        }
        notifyAll();
        return begun;
    }

    /** The sink answered a call for this customer. */
    synchronized void answered(int era, long now) {
        if (beingAnsweredSince == era) {
            beingAnswered--;
        }
        lastAnswered = now;
    }

    /**
     * The application ended at {@code now}: a call in flight, or answered since {@code earliest}, may come once more.
     */
    synchronized void killed(long earliest) {
        if (beingAnswered > 0 || lastAnswered - earliest > 0) {
            mayRepeat++;
        }
    }

    /** Waits until every message has its reply; false when the time ran out. */
    synchronized boolean hasAllReplies(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (replies < posted) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    synchronized Count count() {
        long extra = Math.max(0, replies - posted);
        long allowed = Math.min(extra, mayRepeat);
        return new Count(
                posted,
                accepted,
                replies,
                Math.max(0, accepted - replies),
                extra - allowed,
                allowed,
                numbered,
                misordered,
                overlapping);
    }

    /**
     * Sums over customers. {@code repeatedInFlight} are replies sent again after a kill that cut their call, {@code
     * repeated} all others nobody waited for; {@code overlapping} are calls that began while another one for the same
     * customer was not answered.
     */
    record Count(
            long posted,
            long accepted,
            long replies,
            long lost,
            long repeated,
            long repeatedInFlight,
            long numbered,
            long misordered,
            long overlapping) {

        static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    posted + other.posted,
                    accepted + other.accepted,
                    replies + other.replies,
                    lost + other.lost,
                    repeated + other.repeated,
                    repeatedInFlight + other.repeatedInFlight,
                    numbered + other.numbered,
                    misordered + other.misordered,
                    overlapping + other.overlapping);
        }
    }
}
