package com.qliento.structure.broken;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Asks the machine for the time, in each way the rule knows. */
public final class ReadsTime {

    Instant instant() {
        return Instant.now();
    }

    LocalDate dayInAZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Instant allowed(Clock clock) {
        return Instant.now(clock);
    }
}
