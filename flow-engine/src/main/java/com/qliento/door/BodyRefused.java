package com.qliento.door;

import com.qliento.problem.Problem;
import org.springframework.http.HttpStatus;

/** A body was not read to its end; the connection is closed after the answer. */
final class BodyRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private BodyRefused(HttpStatus status, String code, String title, String detail) {
        super(status, code, title, detail);
    }

    static BodyRefused tooLarge(long most) {
        return new BodyRefused(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body is too large",
                "This address takes " + most / (1024 * 1024) + " MB at most. Send less at once.");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "body-too-slow",
                "The body came too slowly",
                "The body did not arrive in time, so nothing was done. Send it again over a faster connection.");
    }

    static BodyRefused tooMany() {
        return new BodyRefused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-bodies",
                "Too much is arriving",
                "Too many bodies are arriving at once, so this one was not read. Send it again in a few seconds.");
    }
}
