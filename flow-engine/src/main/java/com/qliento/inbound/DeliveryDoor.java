package com.qliento.inbound;

import com.qliento.connector.whatsapp.MalformedWebhook;
import com.qliento.connector.whatsapp.Signature;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Where Meta delivers. Answers 200 only after what came is durable; 401 to a wrong signature, 413 to more than 3 MB, 400
 * to what is no webhook, and 503 while the database is away, so that Meta delivers again. Stands before everything else
 * that looks at requests: deliveries carry their own proof, and at a thousand a second the rest costs more than they do.
 */
class DeliveryDoor implements Filter {

    static final String PATH = "/webhooks/whatsapp";

    /** Meta's own bound for one delivery. */
    private static final int MOST_BYTES = 3 * 1024 * 1024;

    private final Intake intake;
    private final Timer time;

    DeliveryDoor(Intake intake, MeterRegistry metrics) {
        this.intake = intake;
        this.time = Timer.builder("qliento.webhook")
                .description("one delivery of WhatsApp, from its arrival to the answer")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getMethod().equals("POST")) {
            long start = System.nanoTime();
            answer(http, (HttpServletResponse) response);
            time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status(request));
        if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
    }

    private int status(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        try {
            return intake.take(body, request.getHeader(Signature.HEADER))
                    ? HttpServletResponse.SC_OK
                    : HttpServletResponse.SC_UNAUTHORIZED;
        } catch (MalformedWebhook unreadable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (NotStored away) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
