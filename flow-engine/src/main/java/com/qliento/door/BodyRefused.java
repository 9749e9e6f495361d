package com.qliento.door;

import com.qliento.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A body was not read to its end; the connection is closed after the answer. */
final class BodyRefused extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private BodyRefused(HttpStatus status, String code, String title, String detail) {
        super(status, code, title, detail);
    }

    /** The refusal in whatever somebody made of it; null when there is none. */
    static @Nullable BodyRefused within(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof BodyRefused refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Strangers cause these by the hundred, and where it was read tells nobody anything. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
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
