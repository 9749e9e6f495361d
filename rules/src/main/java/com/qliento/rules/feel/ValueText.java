package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.custom.ZoneTime;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;
import org.kie.dmn.feel.util.TypeUtil;

/** Values in the form that FEEL itself writes them in (DMN 1.5, 10.3.2.3), never in Java's. */
public final class ValueText {

    private ValueText() {}

    /** For people: dates, times and durations as FEEL writes them, to the second; nothing for null. */
    public static String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(ValueText::shown).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> context) {
            return context.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Range range) {
            return range(range, ValueText::shown);
        }
        return exact(toTheSecond(value));
    }

    /** Whether it is a value that JSON has no form for: a date, a time, a duration or a range. */
    public static boolean ofFeel(@Nullable Object value) {
        return value instanceof TemporalAccessor
                || value instanceof Duration
                || value instanceof ChronoPeriod
                || value instanceof Range;
    }

    /** A date, time, duration or range in full, so that FEEL reads the same out of it; any other value as Java has it. */
    public static String exact(Object value) {
        if (value instanceof Range range) {
            return range(range, end -> end instanceof String text ? '"' + text + '"' : exact(end));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (!ofFeel(value)) {
            return value.toString();
        }
        return TypeUtil.formatValue(value instanceof ChronoPeriod period ? new ComparablePeriod(period) : value, false);
    }

    private static Object toTheSecond(Object value) {
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof OffsetTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof ZonedDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof OffsetDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof ZoneTime time) {
            return time.with(ChronoField.NANO_OF_SECOND, 0);
        }
        return value instanceof Duration duration ? Duration.ofSeconds(wholeSeconds(duration)) : value;
    }

    /** Towards zero: Java counts the nanoseconds of a negative duration upwards. */
    private static long wholeSeconds(Duration duration) {
        return duration.isNegative() && duration.getNano() > 0 ? duration.getSeconds() + 1 : duration.getSeconds();
    }

    private interface End {

        String text(Object end);
    }

    private static String range(Range range, End text) {
        Object low = end(range.getLowEndPoint());
        Object high = end(range.getHighEndPoint());
        boolean withLow = range.getLowBoundary() == Range.RangeBoundary.CLOSED;
        boolean withHigh = range.getHighBoundary() == Range.RangeBoundary.CLOSED;
        if (low == null && high != null) {
            return (withHigh ? "<= " : "< ") + text.text(high);
        }
        if (high == null && low != null) {
            return (withLow ? ">= " : "> ") + text.text(low);
        }
        return (withLow ? "[" : "(")
                + (low == null ? "null" : text.text(low))
                + ".."
                + (high == null ? "null" : text.text(high))
                + (withHigh ? "]" : ")");
    }

    private static @Nullable Object end(@Nullable Object end) {
        return end instanceof UndefinedValueComparable ? null : end;
    }
}
