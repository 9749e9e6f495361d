package com.qliento.door;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the connection, below all that reads it: streams, form parameters, parts of files.
 * Throws {@link BodyRefused} from the read that is one too many.
 */
final class MeasuredBody implements InputBuffer {

    private final InputBuffer raw;
    private final Patience patience;
    private final Semaphore waiting;
    private final BytesInFlight inFlight;
    private final long most;
    private final long length;
    private final long began;
    private long read;
    private long held;
    private boolean ended;
    private @Nullable BodyRefused refused;

    /**
     * @param waiting with whom it waits
     */
    MeasuredBody(InputBuffer raw, Patience patience, Semaphore waiting, BytesInFlight inFlight, Size size) {
        this.raw = raw;
        this.patience = patience;
        this.waiting = waiting;
        this.inFlight = inFlight;
        this.length = size.declared();
        this.most = size.most();
        this.began = patience.now();
    }

    /** How large a body says it is (below zero when it does not), and how large it may be. */
    record Size(long declared, long most) {}

    static InputBuffer rawOf(InputBuffer buffer) {
        return buffer instanceof MeasuredBody measured ? measured.raw : buffer;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refused != null) {
            throw refused;
        }
        if (patience.isOver(began, read)) {
            throw refuse(BodyRefused.tooSlow());
        }
        int bytes = isOnlyTheEndLeft() || raw.available() > 0 ? raw.doRead(handler) : waitFor(handler);
        if (bytes < 0) {
            ended = true;
            return bytes;
        }
        read += bytes;
        if (read > most) {
            throw refuse(BodyRefused.tooLarge(most));
        }
        if (!inFlight.take(bytes, read)) {
            throw refuse(BodyRefused.tooMany());
        }
        held += bytes;
        return bytes;
    }

    private int waitFor(ApplicationBufferHandler handler) throws IOException {
        if (!waiting.tryAcquire()) {
            throw refuse(BodyRefused.tooMany());
        }
        try {
            return raw.doRead(handler);
        } catch (SocketTimeoutException silent) {
            throw refuse(BodyRefused.tooSlow());
        } finally {
            waiting.release();
        }
    }

    private BodyRefused refuse(BodyRefused reason) {
        refused = reason;
        return reason;
    }

    private boolean isOnlyTheEndLeft() {
        return length >= 0 && read >= length;
    }

    @Override
    public int available() {
        return raw.available();
    }

    @Nullable
    BodyRefused refused() {
        return refused;
    }

    /** Whether nothing of it is left on the connection. */
    boolean isOver() {
        return ended || isOnlyTheEndLeft();
    }

    /** The request is answered: its bytes no longer count. */
    void letGo() {
        inFlight.giveBack(held);
        held = 0;
    }
}
