package com.qliento.door;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    static final int PIECE = SMALL;

    private static final long LEAST = 8L * 1024 * 1024;

    private final AtomicLong held = new AtomicLong();
    private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();
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
     * A place for a body that arrives.
     *
     * @param declared bytes it says it has; a stranger's word, which reserves no memory. Below zero when it does not say
     */
    public HeldBody hold(long declared) {
        return new HeldBody(this, declared);
    }

    /**
     * Takes bytes that were read; false when there is no room, and nothing is taken then.
     *
     * @param ofBody the size of their body so far, with them
     */
    boolean take(int bytes, long ofBody) {
        long room = ofBody > SMALL ? most / 4 * 3 : most;
        if (held.addAndGet(bytes) > room) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** A piece of memory outside the heap, of which there are only as many as were ever counted at once. */
    ByteBuffer piece() {
        var used = pieces.poll();
        return used == null ? ByteBuffer.allocateDirect(PIECE) : used.clear();
    }

    void giveBack(ByteBuffer piece) {
        pieces.add(piece);
        giveBack(PIECE);
    }

    /** Gives back what was taken. */
    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
