package com.qliento.rules.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a privacy case began, and what its time is counted by.
 *
 * @param kind of case
 * @param law that applies
 * @param received the instant the request reached an official channel, or a breach became known
 * @param zone of the controller's place
 * @param holidays public holidays there
 * @param pausedDays whole days spent waiting for proof of identity or a clarification that was needed
 * @param extended whether the person was told in time, with reasons, that it takes longer
 * @param identitySupplied United Kingdom: the instant the last thing needed was supplied, null when nothing was asked
 */
public record PrivacyClock(
        Kind kind,
        Law law,
        Instant received,
        ZoneId zone,
        Set<LocalDate> holidays,
        int pausedDays,
        boolean extended,
        @Nullable Instant identitySupplied) {

    public PrivacyClock {
        holidays = Set.copyOf(holidays);
    }

    /** What a case is about. */
    public enum Kind {
        /** Access, rectification, erasure, portability, objection. */
        REQUEST,
        /** The person wants a full statement of what is kept (Brazil). */
        FULL_STATEMENT,
        /** The person wants no sale or sharing (California). */
        OPT_OUT_OF_SALE,
        BREACH
    }

    /** Whose law. */
    public enum Law {
        GDPR,
        UK_GDPR,
        CCPA,
        LGPD
    }

    /** The day of receipt in the controller's zone. */
    public LocalDate day() {
        return received.atZone(zone).toLocalDate();
    }

    /** The same-numbered day some months later, the month's last where it has none; a later receipt counts for the UK. */
    public LocalDate months(int months) {
        return from().plusMonths(months);
    }

    private LocalDate from() {
        return law == Law.UK_GDPR && identitySupplied != null
                ? identitySupplied.atZone(zone).toLocalDate()
                : day();
    }

    /** This day, or the next one that people work on. */
    public LocalDate workingDay(LocalDate day) {
        LocalDate working = day;
        while (!works(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The day so many working days after receipt. */
    public LocalDate workingDays(int days) {
        LocalDate day = day();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= works(day) ? 1 : 0;
        }
        return day;
    }

    private boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The end of a local day: the first instant that is too late. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** So many hours after receipt, by the clock and not by the calendar. */
    public Instant hours(int hours) {
        return received.plus(hours, ChronoUnit.HOURS);
    }

    /** Whether a request of the ordinary kind. */
    public boolean request() {
        return kind == Kind.REQUEST;
    }
}
