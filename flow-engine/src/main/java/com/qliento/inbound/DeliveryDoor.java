package com.qliento.inbound;

import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Signature;
import com.qliento.door.Bodies;
import com.qliento.door.BytesInFlight;
import com.qliento.security.SecurityLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Where Meta delivers. Answers 200 only after what came is durable; 401 to a wrong signature, and before anything is read
 * to a missing one; 413 to more than 3 MB, 408 to what takes longer than 15 s to arrive, 400 to what is no webhook, and
 * 503 while the database is away or too much arrives at once, so that Meta delivers again. Stands before everything else
 * that looks at requests: deliveries carry their own proof, and at a thousand a second the rest costs more than they do.
 */
class DeliveryDoor implements Filter {

    static final String PATH = "/webhooks/whatsapp";

    /** Meta's own bound for one delivery. */
    static final int MOST_BYTES = 3 * 1024 * 1024;

    /** For the whole of a body; Meta itself gives up sooner. */
    static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(15);

    private final Intake intake;
    private final BytesInFlight inFlight;
    private final Timer time;
    private final Duration timeToArrive;

    DeliveryDoor(Intake intake, BytesInFlight inFlight, MeterRegistry metrics) {
        this(intake, inFlight, metrics, TIME_TO_ARRIVE);
    }

    DeliveryDoor(Intake intake, BytesInFlight inFlight, MeterRegistry metrics, Duration timeToArrive) {
        this.intake = intake;
        this.timeToArrive = timeToArrive;
        this.inFlight = inFlight;
        this.time = Timer.builder("qliento.webhook")
                .description("one delivery of WhatsApp, from its arrival to the answer")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !http.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        if (!Signature.isWellFormed(http.getHeader(Signature.HEADER))) {
            SecurityLog.signatureRefused("whatsapp");
            intake.countWrongSignature();
            refuse(HttpServletResponse.SC_UNAUTHORIZED, http, answer);
        } else if (http.getContentLengthLong() > MOST_BYTES) {
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, http, answer);
        } else {
            read(http);
        }
    }

    /** Meta signs and bounds what it sends: nobody is owed that a large body is read only to be told so. */
    private static void refuse(int status, HttpServletRequest request, HttpServletResponse answer) {
        if (request.getContentLengthLong() > BytesInFlight.SMALL) {
            Bodies.leaveUnread(request);
        }
        refuse(status, answer);
    }

    private static void refuse(int status, HttpServletResponse answer) {
        answer.setStatus(status);
        answer.setContentLength(0);
    }

    /** Without holding a thread: whoever sends slowly waits alone. */
    private void read(HttpServletRequest request) throws IOException {
        var async = request.startAsync();
        async.setTimeout(timeToArrive.toMillis());
        var arriving = new ArrivingBody(request, async, inFlight, this);
        async.addListener(arriving);
        request.getInputStream().setReadListener(arriving);
    }

    /** What is answered to a body that has arrived. */
    int status(RawBody body, String signature) {
        try {
            return intake.take(body, signature) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED;
        } catch (MalformedWebhook unreadable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (NotStored away) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }

    /** Says what came of it. */
    void answer(int status, AsyncContext async, long began) {
        var response = (HttpServletResponse) async.getResponse();
        refuse(status, response);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        time.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    /** Says at once that the rest of a body is not wanted. */
    void refuse(int status, AsyncContext async, long began) throws IOException {
        ((HttpServletResponse) async.getResponse()).setHeader("Connection", "close");
        answer(status, async, began);
        async.getResponse().flushBuffer();
    }

    /** Ends the request, and with it the connection of one whose body was not read to the end. */
    void end(boolean wholeBody, AsyncContext async) {
        if (!wholeBody) {
            Bodies.leaveUnread((HttpServletRequest) async.getRequest());
        }
        async.complete();
    }
}
