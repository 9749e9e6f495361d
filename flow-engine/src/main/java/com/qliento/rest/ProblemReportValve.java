package com.qliento.rest;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what the web server refuses before anything of ours sees it: a broken first line, an odd character in the
 * address, a header that is none. People's browsers get a page, everybody else a problem (RFC 9457).
 */
final class ProblemReportValve extends ErrorReportValve {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /** What the server says of a request as if it were to blame itself; it would count among our failures. */
    private static final Map<Integer, String> OF_THE_CLIENT = Map.of(
            HttpStatus.NOT_IMPLEMENTED.value(),
            "The header Transfer-Encoding names a coding that is not known. Send the body as it is, or chunked.",
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value(),
            "The request's version of HTTP is not known. Use HTTP/1.1.");

    ProblemReportValve() {
        setShowServerInfo(false);
        setShowReport(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (PageWish.of(request.getRequestURI(), request.getHeader("Accept"))) {
            super.report(request, response, failure);
        } else if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && response.getContentWritten() == 0
                && response.setErrorReported()
                && answerable(response)) {
            write(problem(request, response), response);
        }
    }

    private static boolean answerable(Response response) {
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }

    private static StatusProblem problem(Request request, Response response) {
        int status = response.getStatus();
        if ("CONNECT".equals(request.getMethod())) {
            response.setHeader("Allow", METHODS);
            return StatusProblem.of(HttpStatus.METHOD_NOT_ALLOWED.value());
        }
        var words = OF_THE_CLIENT.get(status);
        return words == null
                ? StatusProblem.of(status)
                : StatusProblem.of(HttpStatus.BAD_REQUEST.value()).saying(words);
    }

    private static void write(StatusProblem problem, Response response) {
        try {
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var body = problem.json();
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // whoever asked has gone, or the answer is under way: nobody is left to tell
        }
    }
}
