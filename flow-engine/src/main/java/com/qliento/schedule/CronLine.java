package com.qliento.schedule;

import com.qliento.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * A line of cron: minute, hour, day of the month, month, day of the week. As with cron, one that names both kinds of days
 * means either.
 *
 * <p>Where clocks are put forward, a time that is left out that day is right after the gap; where they are put back, a
 * time that is there twice is its first. A line for each hour goes on hour by hour instead: nothing is made up for, and
 * the hour that is there twice has it twice.
 */
public final class CronLine {

    private static final int FIELDS = 5;
    private static final int LONGEST = 200;
    private static final int HOURS = 24;
    private static final LocalDateTime A_DAY = LocalDate.of(2001, 1, 1).atStartOfDay();

    private final String text;
    private final List<CronExpression> either;
    private final boolean eachHour;

    private CronLine(String text, List<CronExpression> either, boolean eachHour) {
        this.text = text;
        this.either = either;
        this.eachHour = eachHour;
    }

    /** Reads it; throws {@link Problem} (invalid) for what is none. */
    public static CronLine of(String text) {
        var fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (text.length() > LONGEST || fields.length != FIELDS) {
            throw Problem.invalid(
                    "cron",
                    "A line of cron has five parts: minute, hour, day of the month, month, day of the week. "
                            + "'0 9 * * 1-5' is 9:00 from Monday to Friday.");
        }
        try {
            return new CronLine(String.join(" ", fields), either(fields), eachHour(fields[1]));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid(
                    "cron",
                    "A part of this line of cron can't be read: minutes are 0-59, hours 0-23, days of the month 1-31, "
                            + "months 1-12 and days of the week 0-7 (0 and 7 are Sunday), each also as *, 1-5, 1,3 or */2.");
        }
    }

    private static List<CronExpression> either(String[] fields) {
        if (isOpen(fields[2]) || isOpen(fields[4])) {
            return List.of(expression(fields, fields[2], fields[4]));
        }
        return List.of(expression(fields, fields[2], "*"), expression(fields, "*", fields[4]));
    }

    private static CronExpression expression(String[] fields, String dayOfMonth, String dayOfWeek) {
        return CronExpression.parse(
                "0 " + fields[0] + " " + fields[1] + " " + dayOfMonth + " " + fields[3] + " " + dayOfWeek);
    }

    private static boolean isOpen(String field) {
        return field.startsWith("*") || field.equals("?");
    }

    private static boolean eachHour(String hours) {
        var hourly = CronExpression.parse("0 0 " + hours + " * * *");
        LocalDateTime at = A_DAY.minusSeconds(1);
        for (int hour = 0; hour < HOURS && at != null; hour++) {
            at = hourly.next(at);
        }
        return A_DAY.plusHours(HOURS - 1).equals(at);
    }

    /** The first time after this instant, by the clock of this zone; empty when there is none any more. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        return Optional.ofNullable(eachHour ? going(after, zone) : once(after, zone));
    }

    /** Each time of the clock once: what is left out is right after the gap, what is there twice is its first. */
    private @Nullable Instant once(Instant after, ZoneId zone) {
        var local = next(LocalDateTime.ofInstant(after, zone));
        while (local != null) {
            var at = at(local, zone);
            if (at.isAfter(after)) {
                return at;
            }
            local = next(local);
        }
        return null;
    }

    /** When the clock of this zone shows it: first, where it does so twice; right after the gap, where it never does. */
    static Instant at(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var change = rules.getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.toInstant(rules.getValidOffsets(local).get(0));
    }

    /** Whenever the clock shows it. */
    private @Nullable Instant going(Instant after, ZoneId zone) {
        var rules = zone.getRules();
        var offset = rules.getOffset(after);
        var local = next(LocalDateTime.ofInstant(after, offset));
        var change = rules.nextTransition(after);
        while (local != null && change != null && !local.toInstant(offset).isBefore(change.getInstant())) {
            offset = change.getOffsetAfter();
            local = next(LocalDateTime.ofInstant(change.getInstant(), offset).minusSeconds(1));
            change = rules.nextTransition(change.getInstant());
        }
        return local == null ? null : local.toInstant(offset);
    }

    private @Nullable LocalDateTime next(LocalDateTime after) {
        LocalDateTime first = null;
        for (var expression : either) {
            var found = expression.next(after);
            if (found != null && (first == null || found.isBefore(first))) {
                first = found;
            }
        }
        return first;
    }

    /** The line, in capitals and with single spaces. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CronLine line && line.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
