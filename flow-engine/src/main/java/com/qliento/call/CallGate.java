package com.qliento.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many calls one line may have under way, and whether any may be made: a target that was in trouble several times in
 * a row is left in peace for a while, longer each time, and then asked by a single call. First come, first served. Guarded
 * by its own monitor.
 */
final class CallGate {

    /** More than this wait in the database until the sweep brings them. */
    static final int MOST = 1_000;

    private static final int TROUBLES_IN_A_ROW = 5;
    private static final Duration SHORTEST_PEACE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PEACE = Duration.ofMinutes(5);

    final Ticket.Line line;
    private final int width;
    private final Map<UUID, Ticket> waiting = new LinkedHashMap<>();
    private final PriorityQueue<Ticket> byDeadline = new PriorityQueue<>(Comparator.comparing(Ticket::deadline));
    private int underWay;
    private int troubles;
    private Instant openFrom = Instant.MIN;
    private @Nullable Instant alarmAt;

    CallGate(Ticket.Line line, int width) {
        this.line = line;
        this.width = width;
    }

    /** Whether there was room for it. */
    synchronized boolean add(Ticket ticket) {
        if (waiting.size() >= MOST) {
            return false;
        }
        if (waiting.putIfAbsent(ticket.id(), ticket) == null) {
            byDeadline.add(ticket);
        }
        return true;
    }

    /** Takes the next that may be made now; null when none may. Who gets one {@link #leave}s. */
    synchronized @Nullable Ticket enter(Instant now) {
        int room = troubles >= TROUBLES_IN_A_ROW ? 1 : width;
        if (waiting.isEmpty() || underWay >= room || openFrom.isAfter(now)) {
            return null;
        }
        var first = waiting.values().iterator().next();
        remove(first);
        underWay++;
        return first;
    }

    /** Takes those out that can't be made before their deadlines. */
    synchronized List<Ticket> tooLate(Instant now) {
        var from = openFrom.isAfter(now) ? openFrom : now;
        var late = new ArrayList<Ticket>();
        for (var next = byDeadline.peek(); next != null && !next.deadline().isAfter(from); next = byDeadline.peek()) {
            remove(next);
            late.add(next);
        }
        return late;
    }

    /** It is not to be made any more. */
    synchronized boolean forget(UUID id) {
        var ticket = waiting.get(id);
        if (ticket != null) {
            remove(ticket);
        }
        return ticket != null;
    }

    private void remove(Ticket ticket) {
        waiting.remove(ticket.id());
        byDeadline.remove(ticket);
    }

    /** Gives the place back, and says whether the target was in trouble; null when that is not known. */
    synchronized void leave(@Nullable Boolean trouble, Instant now) {
        underWay--;
        if (trouble == null) {
            return;
        }
        if (!trouble) {
            troubles = 0;
            openFrom = Instant.MIN;
            return;
        }
        troubles++;
        if (troubles >= TROUBLES_IN_A_ROW && !openFrom.isAfter(now)) {
            openFrom = now.plus(peace());
        }
    }

    private Duration peace() {
        var peace = SHORTEST_PEACE.multipliedBy(1L << Math.min(troubles - TROUBLES_IN_A_ROW, 10));
        return peace.compareTo(LONGEST_PEACE) > 0 ? LONGEST_PEACE : peace;
    }

    /** Until when the target is left in peace; null when it is not. */
    synchronized @Nullable Instant peaceUntil(Instant now) {
        return openFrom.isAfter(now) ? openFrom : null;
    }

    /**
     * When somebody has to look at this again, and to say {@link #woken} with it then; null when nobody has to, or an alarm
     * is set that rings no later.
     */
    synchronized @Nullable Instant alarm(Instant now) {
        var next = byDeadline.peek();
        if (next == null) {
            return null;
        }
        var time = openFrom.isAfter(now) && openFrom.isBefore(next.deadline()) ? openFrom : next.deadline();
        if (alarmAt != null && !alarmAt.isAfter(time)) {
            return null;
        }
        alarmAt = time;
        return time;
    }

    /** The alarm for this time rang. */
    synchronized void woken(Instant alarm) {
        if (alarm.equals(alarmAt)) {
            alarmAt = null;
        }
    }

    /** Whether nobody would notice if a new gate took this one's place. */
    synchronized boolean disused(Instant now) {
        return waiting.isEmpty() && underWay == 0 && troubles == 0 && !openFrom.isAfter(now);
    }

    /** Whether a call is under way. */
    synchronized boolean busy() {
        return underWay > 0;
    }
}
