package com.qliento.connector.whatsapp;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error the Graph API reported, in an answer or in the status of a message. {@code message} and {@code details} may
 * quote what was sent: never log them.
 *
 * @param httpStatus 0 when it came in a status webhook
 * @param code {@link #NO_CODE} when the answer held no error of the Graph API (a proxy's page, an empty body)
 * @param subcode 0 if there is none
 * @param traceId Meta's support asks for it
 * @param retryAfter how long the answer asks to wait
 */
public record GraphError(
        int httpStatus,
        int code,
        int subcode,
        @Nullable String message,
        @Nullable String details,
        @Nullable String traceId,
        @Nullable Duration retryAfter) {

    /** No code known. 0 is a code of Meta's. */
    public static final int NO_CODE = -1;

    /** An error that came in a status webhook instead of an answer. */
    public static GraphError reported(int code, @Nullable String message, @Nullable String details) {
        return new GraphError(0, code, 0, message, details, null, null);
    }

    public ErrorGroup group() {
        return ErrorCodes.isNoSuchObject(code, subcode) ? ErrorGroup.ACCOUNT : ErrorGroup.of(code, httpStatus);
    }

    /** See {@link ErrorGroup#retryable()}. */
    public boolean retryable() {
        return group().retryable();
    }

    /**
     * The reason for an operator, in one sentence without personal data.
     *
     * @param locale English where there is no translation, or null
     */
    public String plainWords(@Nullable Locale locale) {
        return ErrorWords.of(this, locale);
    }

    /** Without message and details. */
    @Override
    public String toString() {
        return "GraphError[http " + httpStatus + ", code " + code + "/" + subcode + ", " + group() + ", trace "
                + traceId + "]";
    }
}
