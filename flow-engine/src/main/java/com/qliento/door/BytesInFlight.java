package com.qliento.door;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The bytes of bodies that have been read and whose requests are not answered yet, of all doors together. Bounded to an
 * eighth of the memory unless set, since what is read is copied and taken apart before it is let go. The last quarter is
 * for small bodies: large ones, which anybody can send, never keep a message out.
 */
@Component
public final class BytesInFlight {

    /** A body up to this size is small: a customer's message has a few hundred bytes. */
    public static final int SMALL = 64 * 1024;

    private static final long LEAST = 8L * 1024 * 1024;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    @Autowired
    BytesInFlight(@Value("${qliento.bodies.in-flight:0B}") DataSize set, MeterRegistry metrics) {
        this(
                set.toBytes() > 0
                        ? set.toBytes()
                        : Math.max(LEAST, Runtime.getRuntime().maxMemory() / 8));
        Gauge.builder("qliento.bodies.in.flight.bytes", held, AtomicLong::get)
                .description("bytes of bodies that were read and are not answered yet")
                .register(metrics);
    }

    BytesInFlight(long most) {
        this.most = most;
    }

    /**
     * Takes bytes that were read; false when there is no room, and nothing is taken then.
     *
     * @param ofBody the size of their body so far, with them
     */
    public boolean take(int bytes, long ofBody) {
        long room = ofBody > SMALL ? most / 4 * 3 : most;
        if (held.addAndGet(bytes) > room) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Gives back what was taken. */
    public void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
