package com.qliento.ruleset;

import com.qliento.organisation.OrganisationId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A number of places that organisations take in turns: one that asks often waits behind those that ask seldom. */
final class Turns {

    private final Map<OrganisationId, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();
    private int free;

    Turns(int places) {
        this.free = places;
    }

    /** Takes a place; false when there was none for so long. */
    boolean take(OrganisationId organisation, long seconds) throws InterruptedException {
        var turn = new CountDownLatch(1);
        synchronized (this) {
            if (free > 0) {
                free--;
                return true;
            }
            waiting.computeIfAbsent(organisation, first -> new ArrayDeque<>()).add(turn);
        }
        try {
            return turn.await(seconds, TimeUnit.SECONDS) || !leave(organisation, turn);
        } catch (InterruptedException stopping) {
            if (!leave(organisation, turn)) {
                give();
            }
            throw stopping;
        }
    }

    /** False when its turn has come meanwhile. */
    private synchronized boolean leave(OrganisationId organisation, CountDownLatch turn) {
        Deque<CountDownLatch> own = waiting.get(organisation);
        boolean left = own != null && own.remove(turn);
        if (own != null && own.isEmpty()) {
            waiting.remove(organisation);
        }
        return left;
    }

    /** Gives a place back: to whoever waits longest of the organisation whose turn it is. */
    synchronized void give() {
        var next = waiting.entrySet().iterator();
        if (!next.hasNext()) {
            free++;
            return;
        }
        var organisation = next.next();
        next.remove();
        CountDownLatch turn = organisation.getValue().remove();
        if (!organisation.getValue().isEmpty()) {
            waiting.put(organisation.getKey(), organisation.getValue());
        }
        turn.countDown();
    }
}
