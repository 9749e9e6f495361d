package com.qliento.door;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A body was not read to its end; the connection is closed after the answer. */
final class BodyRefused extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private static final ProblemType TOO_SLOW =
            new ProblemType(ProblemKind.TOO_SLOW, "body-too-slow", "The body came too slowly");
    private static final ProblemType TOO_MANY =
            new ProblemType(ProblemKind.UNAVAILABLE, "too-many-bodies", "Too much is arriving");

    private BodyRefused(ProblemType type, String detail) {
        super(type, detail);
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
                Door.BODY_TOO_LARGE, "This address takes " + most / (1024 * 1024) + " MB at most. Send less at once.");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(
                TOO_SLOW,
                "The body did not arrive in time, so nothing was done. Send it again over a faster connection.");
    }

    static BodyRefused tooMany() {
        return new BodyRefused(
                TOO_MANY,
                "Too many bodies are arriving at once, so this one was not read. Send it again in a few seconds.");
    }
}
