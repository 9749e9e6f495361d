package com.qliento.rules.feel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What {@code now} and {@code today} are, by a clock in a place.
 *
 * @param now a date and time, to the second
 */
public record ClockValues(ZonedDateTime now) {

    /** At this moment in this place. */
    public static ClockValues at(Instant moment, ZoneId place) {
        return new ClockValues(moment.truncatedTo(ChronoUnit.SECONDS).atZone(place));
    }

    /** Both by name. */
    public Map<String, Object> byName() {
        return Map.of("now", now, "today", now.toLocalDate());
    }
}
