package com.qliento.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a server asks to be left alone, by RFC 9110. */
public final class RetryAfter {

    private RetryAfter() {}

    /** From now on; null when it says nothing that can be read. May be negative: the time it names may be over. */
    public static @Nullable Duration read(@Nullable String written, Instant now) {
        if (written == null) {
            return null;
        }
        var text = written.strip();
        if (text.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, until.toInstant());
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
