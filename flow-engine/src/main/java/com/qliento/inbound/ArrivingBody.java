package com.qliento.inbound;

import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Signature;
import com.qliento.door.BytesInFlight;
import com.qliento.door.HeldBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A delivery's body while it arrives: as much as came, and the bounds it is held to. Answered once, whatever happens. Of
 * one that is refused half-way a little more is read and thrown away, so that a sender who is nearly done hears the answer.
 */
final class ArrivingBody implements ReadListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivingBody.class);
    private static final int AT_ONCE = 8 * 1024;
    private static final int MOST_THROWN_AWAY = 128 * 1024;

    private final AsyncContext async;
    private final ServletInputStream input;
    private final DeliveryDoor door;
    private final String signature;
    private final long began = System.nanoTime();
    private final HeldBody body;
    private final byte[] chunk = new byte[AT_ONCE];
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private int thrownAway;

    ArrivingBody(HttpServletRequest request, AsyncContext async, BytesInFlight inFlight, DeliveryDoor door)
            throws IOException {
        this.async = async;
        this.input = request.getInputStream();
        this.door = door;
        this.signature = request.getHeader(Signature.HEADER);
        this.body = inFlight.hold(request.getContentLengthLong());
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended.get() && input.isReady()) {
            int bytes = input.read(chunk);
            if (bytes < 0) {
                return;
            }
            if (answered.get()) {
                throwAway(bytes);
            } else {
                keep(bytes);
            }
        }
    }

    private void keep(int bytes) throws IOException {
        if (body.size() + bytes > DeliveryDoor.MOST_BYTES) {
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!body.add(chunk, bytes)) {
            refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void throwAway(int bytes) {
        thrownAway += bytes;
        if (thrownAway > MOST_THROWN_AWAY) {
            end(false);
        }
    }

    private void refuse(int status) throws IOException {
        if (answered.compareAndSet(false, true)) {
            body.letGo();
            door.refuse(status, async, began);
        }
    }

    @Override
    public void onAllDataRead() {
        if (answered.compareAndSet(false, true)) {
            int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            try {
                status = door.status(RawBody.of(body.pieces()), signature);
            } finally {
                body.letGo();
                door.answer(status, async, began);
            }
        }
        end(true);
    }

    private void end(boolean wholeBody) {
        if (ended.compareAndSet(false, true)) {
            door.end(wholeBody, async);
        }
    }

    private void giveUp() {
        try {
            refuse(HttpServletResponse.SC_REQUEST_TIMEOUT);
        } catch (IOException gone) {
            LOG.debug(
                    "Nobody heard that a delivery did not arrive: {}",
                    gone.getClass().getSimpleName());
        }
        end(false);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        giveUp();
    }

    /** The sender is gone, or says nothing for too long. */
    @Override
    public void onError(Throwable gone) {
        giveUp();
    }

    @Override
    public void onError(AsyncEvent event) {
        giveUp();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
        if (answered.compareAndSet(false, true)) {
            body.letGo(); // whoever answers lets go of it: until then it may be being read
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never started again
    }
}
