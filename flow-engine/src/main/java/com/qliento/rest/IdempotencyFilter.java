package com.qliento.rest;

import com.qliento.door.Door;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Applies {@link Idempotency} to POST requests of callers that send an {@code Idempotency-Key}. Runs behind the sign-in. */
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Idempotency idempotency;
    private final HandlerExceptionResolver errors;

    IdempotencyFilter(Idempotency idempotency, HandlerExceptionResolver errors) {
        this.idempotency = idempotency;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !(request.getAttribute(CallerResolver.ATTRIBUTE) instanceof Caller);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = (Caller) request.getAttribute(CallerResolver.ATTRIBUTE);
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(
                    Problem.invalid(HEADER, "An Idempotency-Key has 1 to 255 characters. A UUID is a good one."),
                    request,
                    response);
            return;
        }
        // Outside of what is answered here: a body that is not taken is answered for at the door it came in by.
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            whole(body);
            var begun = idempotency.begin(caller, key, fingerprint(request, body));
            if (begun.earlier() != null) {
                replay(begun.earlier(), response);
                return;
            }
            perform(begun, new BufferedRequest(request, body), response, chain);
        } catch (RuntimeException refused) {
            refuse(refused, request, response);
        }
    }

    private void refuse(RuntimeException refused, HttpServletRequest request, HttpServletResponse response) {
        errors.resolveException(request, response, null, refused);
    }

    /** A body that is cut would be done as if it were another. */
    private static void whole(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw Door.BODY_TOO_LARGE.because(
                    "A request with an Idempotency-Key has 4 MB at most. Send it without the key, or make it smaller.");
        }
    }

    private void perform(
            Idempotency.Begun begun, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, kept);
            status = kept.getStatus();
        } finally {
            idempotency.end(
                    begun,
                    new Idempotency.Answer(
                            status,
                            kept.getHeader(HttpHeaders.LOCATION),
                            kept.getHeader(HttpHeaders.ETAG),
                            kept.getContentAsByteArray()));
            kept.copyBodyToResponse();
        }
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(
                (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static void replay(Idempotency.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body().length > 0) {
            response.setContentType(
                    answer.status() >= 400
                            ? MediaType.APPLICATION_PROBLEM_JSON_VALUE
                            : MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(answer.body());
        }
    }

    /** The request with its body read once and kept. */
    private static final class BufferedRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        BufferedRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return bytes.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("read without waiting");
                }
            };
        }
    }
}
