package com.qliento.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The readings of one number of the business. Times and replies are counted inside the window only, answers always. */
final class Figures {
    private final long from;
    private final long until;
    private final Histogram endToEnd = new Histogram();
    private final Histogram webhook = new Histogram();
    private final LongAdder replies = new LongAdder();
    private final AtomicLong lastReply = new AtomicLong();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    /** A window in {@link System#nanoTime()}. */
    Figures(long from, long until) {
        this.from = from;
        this.until = until;
        this.lastReply.set(from);
    }

    void replied(long begun, long now) {
        if (begun >= from && now <= until) {
            endToEnd.record(now - begun);
        }
        if (now >= from && now <= until) {
            replies.increment();
            lastReply.accumulateAndGet(now, Math::max);
        }
    }

    void answered(String status, long begun, long now) {
        answers.computeIfAbsent(status, name -> new LongAdder()).increment();
        if (begun >= from && now <= until) {
            webhook.record(now - begun);
        }
    }

    /** Adds what another number counted, for a sum over all. */
    void add(Figures other) {
        endToEnd.add(other.endToEnd);
        webhook.add(other.webhook);
        replies.add(other.replies.sum());
        lastReply.accumulateAndGet(other.lastReply.get(), Math::max);
        other.answers.forEach((status, count) ->
                answers.computeIfAbsent(status, name -> new LongAdder()).add(count.sum()));
    }

    long replies() {
        return replies.sum();
    }

    /** Replies a second over the window, or up to the last reply when the customers stopped by themselves. */
    double repliesPerSecond(boolean stoppedByThemselves) {
        double seconds = ((stoppedByThemselves ? lastReply.get() : until) - from) / 1e9;
        return seconds <= 0 ? 0 : replies() / seconds;
    }

    Histogram endToEnd() {
        return endToEnd;
    }

    Histogram webhook() {
        return webhook;
    }

    /** How many webhooks were answered with each HTTP status, or not: refused, timeout, reset. */
    Map<String, Long> answers() {
        var result = new TreeMap<String, Long>();
        answers.forEach((status, count) -> result.put(status, count.sum()));
        return result;
    }
}
