package com.qliento.conversation.limit;

import com.qliento.rules.feel.StoppedExpression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step came to a limit. Its message is for a person to read and holds nothing personal. */
public final class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofTime;

    /** A limit that the same step comes to each time. */
    public LimitReached(String message) {
        this(message, false);
    }

    private LimitReached(String message, boolean ofTime) {
        super(message);
        this.ofTime = ofTime;
    }

    /** A limit of time, which a machine that was busy may have come to. */
    static LimitReached ofTime(String message) {
        return new LimitReached(message, true);
    }

    /**
     * Why a step came to nothing.
     *
     * @param lasting whether trying again comes to the same
     */
    public record Reason(String words, boolean lasting) {}

    /** Why a step failed, when it failed at a limit, of its own or of an expression in it; the engine may have wrapped it. */
    public static Optional<Reason> reasonOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitReached limit) {
                return Optional.of(new Reason(String.valueOf(limit.getMessage()), !limit.ofTime));
            }
            if (cause instanceof StoppedExpression stopped) {
                return Optional.of(new Reason(String.valueOf(stopped.getMessage()), !stopped.isOfTime()));
            }
        }
        return Optional.empty();
    }
}
