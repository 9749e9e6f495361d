package com.qliento.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

/**
 * Ends requests whose bodies were not read to the end. The server would read on until they are, however slowly they come.
 * Here some of the rest is thrown away, for a short time and few at once, so that a client that is still sending hears
 * the answer; then the connection is closed.
 */
final class RestValve extends ValveBase {

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private final Patience patience;

    RestValve(Patience patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!Bodies.has(request)) {
            getNext().invoke(request, response);
            return;
        }
        var coyote = request.getCoyoteRequest();
        Bodies.offerToLeaveUnread(request, () -> coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null));
        getNext().invoke(request, response);
        var rest = MeasuredBody.rawOf(coyote.getInputBuffer());
        long left = left(request);
        boolean neverSent = coyote.hasExpectation() && coyote.getBytesRead() == 0;
        if (request.isAsync() || neverSent || left <= rest.available()) {
            return;
        }
        boolean unread = Bodies.isLeftUnread(request);
        if (unread || left > BytesInFlight.SMALL) {
            response.setHeader("Connection", "close");
        }
        response.finishResponse();
        if (unread || !throwAway(rest)) {
            coyote.action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** Bytes that are still to come; of a body that does not say how long it is, as many as there can be. */
    private static long left(Request request) {
        if (request.getAttribute(BodyValve.BODY) instanceof MeasuredBody body && body.isOver()) {
            return 0;
        }
        long length = Bodies.length(request);
        return length < 0 ? Long.MAX_VALUE : length - request.getCoyoteRequest().getBytesRead();
    }

    private boolean throwAway(InputBuffer rest) {
        if (!patience.lingering().tryAcquire()) {
            return false;
        }
        long began = patience.now();
        long thrown = 0;
        try {
            while (thrown < MOST_BYTES && patience.now() - began < LONGEST) {
                int bytes = rest.doRead(new Nowhere());
                if (bytes < 0) {
                    return true;
                }
                thrown += bytes;
            }
            return false;
        } catch (IOException gone) {
            return false;
        } finally {
            patience.lingering().release();
        }
    }
}
