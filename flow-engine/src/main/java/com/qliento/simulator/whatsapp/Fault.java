package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the next sends of a number go wrong.
 *
 * @param code for {@code error}: Meta's error code
 * @param httpStatus for {@code error} and {@code server-error}: HTTP status instead of the usual one
 * @param retryAfterSeconds put into {@code Retry-After}
 * @param delayMillis for {@code delay} and {@code silence}: how long
 * @param count how many more sends it meets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fault(
        String phoneNumberId,
        FaultKind kind,
        @Nullable Integer code,
        @Nullable Integer httpStatus,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer delayMillis,
        int count) {

    Duration delay() {
        return Duration.ofMillis(delayMillis == null ? kind.usualDelayMillis() : delayMillis);
    }

    Fault left(int newCount) {
        return new Fault(phoneNumberId, kind, code, httpStatus, retryAfterSeconds, delayMillis, newCount);
    }
}
