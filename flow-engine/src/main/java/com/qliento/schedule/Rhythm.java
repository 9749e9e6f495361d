package com.qliento.schedule;

import com.qliento.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a schedule begins its flow. */
public sealed interface Rhythm {

    /** The first time after this instant; empty when there is none any more. */
    Optional<Instant> next(Instant after, ZoneId organisation);

    /** The first times after this instant, so many at most. */
    default List<Instant> times(Instant after, int most, ZoneId organisation) {
        var times = new ArrayList<Instant>();
        var at = next(after, organisation);
        while (at.isPresent() && times.size() < most) {
            times.add(at.get());
            at = next(at.get(), organisation);
        }
        return times;
    }

    /** The zone by whose clock it goes. */
    ZoneId zone(ZoneId organisation);

    /** Once, at this instant. */
    record Once(Instant at) implements Rhythm {

        @Override
        public Optional<Instant> next(Instant after, ZoneId organisation) {
            return Optional.of(at).filter(time -> time.isAfter(after));
        }

        @Override
        public ZoneId zone(ZoneId organisation) {
            return organisation;
        }

        /** When the clock of this zone shows it; right after the gap, where it never does. */
        public static Once at(LocalDateTime local, ZoneId zone) {
            return new Once(CronLine.at(local, zone));
        }

        /** As programs write it, {@code 2026-12-24T09:00:00Z}; throws {@link Problem} (invalid) for what is none. */
        static Once at(String text) {
            try {
                var at = OffsetDateTime.parse(text.strip()).toInstant();
                return new Once(at.truncatedTo(ChronoUnit.SECONDS));
            } catch (DateTimeException none) {
                throw Problem.invalid(
                        "at", "Write the time with its distance from UTC, such as 2026-12-24T09:00:00+01:00.");
            }
        }
    }

    /**
     * Again and again.
     *
     * @param own the zone by whose clock; null for the organisation's, whichever it is
     */
    record Again(CronLine line, @Nullable ZoneId own) implements Rhythm {

        @Override
        public Optional<Instant> next(Instant after, ZoneId organisation) {
            return line.next(after, zone(organisation));
        }

        @Override
        public ZoneId zone(ZoneId organisation) {
            return own == null ? organisation : own;
        }
    }

    /** A zone as IANA names it; null stays null. Throws {@link Problem} (invalid) for another. */
    static @Nullable ZoneId zoneOf(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name.strip())) {
            throw Problem.invalid("zone", "Name the time zone as in Europe/Madrid or America/Sao_Paulo.");
        }
        return ZoneId.of(name.strip());
    }
}
