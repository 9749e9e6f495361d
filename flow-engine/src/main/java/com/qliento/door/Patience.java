package com.qliento.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * How long is waited for bodies. Each has ten seconds and a second more for every 8 KB it has brought, and none may hold
 * a thread up when as many wait at its door as may: those who dribble stop each other, and nobody else.
 */
final class Patience {

    private static final long GRACE = Duration.ofSeconds(10).toNanos();
    private static final long BYTES_A_SECOND = 8 * 1024;
    private static final int WAITING = 30;
    private static final int LINGERING = 16;

    private final Semaphore programs = new Semaphore(WAITING);
    private final Semaphore people = new Semaphore(WAITING);
    private final Semaphore lingering = new Semaphore(LINGERING);
    private final LongSupplier nanos;

    Patience(LongSupplier nanos) {
        this.nanos = nanos;
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Whether a body that began then and has brought so much is too late. */
    boolean isOver(long began, long read) {
        return nanos.getAsLong() - began > GRACE + read / BYTES_A_SECOND * 1_000_000_000L;
    }

    /** Who may wait for their bodies: behind an API key are programs only, so people do not stop them. */
    Semaphore waiting(boolean ofPrograms) {
        return ofPrograms ? programs : people;
    }

    /** Who may have the rest of a refused body thrown away, to hear the answer before the connection is closed. */
    Semaphore lingering() {
        return lingering;
    }
}
