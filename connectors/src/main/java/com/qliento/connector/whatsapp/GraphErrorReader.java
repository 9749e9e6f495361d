package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a {@link GraphError} of an answer, whatever its body is. */
final class GraphErrorReader {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int DIGITS_OF_A_WAIT = 9;

    private final Clock clock;

    GraphErrorReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads the error of an answer.
     *
     * @param body the answer as JSON; a missing node if it was not JSON
     * @param retryAfter the header of this name
     */
    GraphError read(int httpStatus, JsonNode body, Optional<String> retryAfter) {
        JsonNode error = body.path("error");
        return new GraphError(
                httpStatus,
                number(error.path("code"), GraphError.NO_CODE),
                number(error.path("error_subcode"), 0),
                error.isTextual() ? error.textValue() : text(error.path("message")),
                details(error),
                text(error.path("fbtrace_id")),
                retryAfter.map(this::wait).orElse(null));
    }

    private static @Nullable String details(JsonNode error) {
        String details = text(error.path("error_data").path("details"));
        return details == null ? text(error.path("error_user_msg")) : details;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static int number(JsonNode node, int otherwise) {
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? node.intValue() : otherwise;
        }
        return node.isTextual() ? node.asInt(otherwise) : otherwise;
    }

    /** RFC 9110, 10.2.3: seconds or a date. Anything else is ignored; a wait is never longer than a day. */
    private @Nullable Duration wait(String header) {
        String value = header.strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value.length() > DIGITS_OF_A_WAIT
                    ? LONGEST_WAIT
                    : bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(clock.instant(), until));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
