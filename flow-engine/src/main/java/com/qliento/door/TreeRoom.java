package com.qliento.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Memory for what bodies become when they are taken apart, of all doors together: JSON of many small parts needs thirty
 * times its bytes. Counted by the worst that a body of its size can become, in an eighth of the memory for large bodies
 * and a sixteenth for small ones; who finds no room waits, and small ones never for large ones.
 */
@Component
public final class TreeRoom {

    /** Values, names and brackets that a body may have at any door. */
    public static final int MOST_TOKENS = 250_000;

    private static final int OF_A_TOKEN = 70;
    private static final int OF_A_BYTE = 30;
    private static final int OF_A_TEXT = 3;
    private static final int UNIT = 1024;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Semaphore small;
    private final Semaphore large;
    private final int most;
    private final Duration longest;

    @Autowired
    TreeRoom() {
        this(Runtime.getRuntime().maxMemory(), LONGEST);
    }

    TreeRoom(long memory, Duration longest) {
        this.most = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(1, memory / 8 / UNIT));
        this.large = new Semaphore(most, true);
        this.small = new Semaphore(Math.max(1, most / 2), true);
        this.longest = longest;
    }

    /** Room that is taken until it is closed; closing it again does no harm. */
    public static final class Taken implements AutoCloseable {

        private final Semaphore from;
        private int units;

        private Taken(Semaphore from, int units) {
            this.from = from;
            this.units = units;
        }

        @Override
        public synchronized void close() {
            from.release(units);
            units = 0;
        }
    }

    /** Room for a body of so many bytes; null when there was none for five seconds: it is to come again. */
    public @Nullable Taken take(long bytes) {
        var room = bytes <= BytesInFlight.SMALL ? small : large;
        int units = units(bytes);
        try {
            return room.tryAcquire(units, longest.toNanos(), TimeUnit.NANOSECONDS) ? new Taken(room, units) : null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A body that needs more than there is has all of it. */
    private int units(long bytes) {
        long worst = Math.min(OF_A_BYTE * bytes, (long) OF_A_TOKEN * MOST_TOKENS + OF_A_TEXT * bytes);
        return (int) Math.min(bytes <= BytesInFlight.SMALL ? Math.max(1, most / 2) : most, worst / UNIT + 1);
    }
}
