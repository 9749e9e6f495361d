package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.Range.RangeBoundary;
import org.kie.dmn.feel.runtime.custom.ZoneTime;
import org.kie.dmn.feel.runtime.functions.TimeFunction;
import org.kie.dmn.feel.runtime.impl.RangeImpl;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;
import org.kie.dmn.feel.util.NumberEvalHelper;

/**
 * Values of FEEL as they are kept: the one form that has a place for each of its types, made of what JSON knows. Texts,
 * booleans, numbers, null and lists are themselves; everything else is an object that says its type under {@code @}. What
 * is written is read as the same value of the same type, a number with its scale, nested to any depth.
 */
public final class KeptValue {

    private static final String TYPE = "@";
    private static final String VALUE = "value";
    private static final String CONTEXT = "context";
    private static final String RANGE = "range";
    private static final String UNDEFINED = "undefined";

    /** Names stand in rows: they never change. */
    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "date", LocalDate::parse,
            "time", LocalTime::parse,
            "time-offset", OffsetTime::parse,
            "time-zone", KeptValue::zoneTime,
            "date-time", LocalDateTime::parse,
            "date-time-offset", OffsetDateTime::parse,
            "date-time-zone", ZonedDateTime::parse,
            "duration", Duration::parse,
            "period", text -> new ComparablePeriod(Period.parse(text)));

    private KeptValue() {}

    /**
     * The value in texts, booleans, numbers, lists and objects; throws {@link IllegalArgumentException} for what is no
     * value of FEEL. Numbers have to be written to JSON as they are and read as {@link BigDecimal} where they have a
     * point or an exponent.
     */
    public static @Nullable Object written(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number) {
            return NumberEvalHelper.getBigDecimalOrNull(value);
        }
        if (value instanceof Collection<?> list) {
            var each = new ArrayList<@Nullable Object>(list.size());
            list.forEach(element -> each.add(written(element)));
            return each;
        }
        if (value instanceof Map<?, ?> context) {
            var parts = new LinkedHashMap<String, @Nullable Object>();
            context.forEach((name, part) -> parts.put(String.valueOf(name), written(part)));
            return typed(CONTEXT, parts);
        }
        return value instanceof Range range ? range(range) : time(value);
    }

    private static Map<String, @Nullable Object> typed(String type, Object value) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put(TYPE, type);
        typed.put(VALUE, value);
        return typed;
    }

    private static Map<String, @Nullable Object> range(Range range) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put(TYPE, RANGE);
        typed.put("low", end(range.getLowEndPoint()));
        typed.put("high", end(range.getHighEndPoint()));
        typed.put("withLow", range.getLowBoundary() == RangeBoundary.CLOSED);
        typed.put("withHigh", range.getHighBoundary() == RangeBoundary.CLOSED);
        return typed;
    }

    private static @Nullable Object end(@Nullable Object end) {
        return end instanceof UndefinedValueComparable ? typed(UNDEFINED, "") : written(end);
    }

    private static Map<String, @Nullable Object> time(Object value) {
        if (value instanceof ZoneTime time) {
            return typed("time-zone", time.format());
        }
        if (value instanceof ChronoPeriod period) {
            return typed("period", new ComparablePeriod(period).asPeriod().toString());
        }
        Map<Class<?>, String> types = Map.of(
                LocalDate.class, "date",
                LocalTime.class, "time",
                OffsetTime.class, "time-offset",
                LocalDateTime.class, "date-time",
                OffsetDateTime.class, "date-time-offset",
                ZonedDateTime.class, "date-time-zone",
                Duration.class, "duration");
        String type = types.get(value.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no value of FEEL: " + value.getClass().getName());
        }
        return typed(type, value.toString());
    }

    private static Object zoneTime(String text) {
        Object time = TimeFunction.INSTANCE.invoke(text).getOrElse(null);
        if (time == null) {
            throw new DateTimeException("no time of a zone");
        }
        return time;
    }

    /** The value out of what {@link #written} gave; throws {@link IllegalArgumentException} for anything else. */
    public static @Nullable Object read(@Nullable Object written) {
        if (written instanceof Number number) {
            return NumberEvalHelper.getBigDecimalOrNull(number);
        }
        if (written instanceof List<?> list) {
            var each = new ArrayList<@Nullable Object>(list.size());
            list.forEach(element -> each.add(read(element)));
            return Collections.unmodifiableList(each);
        }
        if (!(written instanceof Map<?, ?> typed)) {
            return written;
        }
        String type = String.valueOf(typed.get(TYPE));
        if (type.equals(CONTEXT) && typed.get(VALUE) instanceof Map<?, ?> parts) {
            var context = new LinkedHashMap<String, @Nullable Object>();
            parts.forEach((name, part) -> context.put(String.valueOf(name), read(part)));
            return Collections.unmodifiableMap(context);
        }
        if (type.equals(RANGE)) {
            return new RangeImpl(
                    boundary(typed.get("withLow")),
                    (Comparable<?>) read(typed.get("low")),
                    (Comparable<?>) read(typed.get("high")),
                    boundary(typed.get("withHigh")));
        }
        return type.equals(UNDEFINED) ? new UndefinedValueComparable() : ofTime(type, typed.get(VALUE));
    }

    private static RangeBoundary boundary(@Nullable Object with) {
        return Boolean.TRUE.equals(with) ? RangeBoundary.CLOSED : RangeBoundary.OPEN;
    }

    private static Object ofTime(String type, @Nullable Object value) {
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no type of a kept value: " + type);
        }
        try {
            return reader.apply(String.valueOf(value));
        } catch (DateTimeException notOurs) {
            throw new IllegalArgumentException("a kept " + type + " can't be read", notOurs);
        }
    }

    /**
     * The value out of the form of before, which had no types: plain JSON, times as Jackson writes those of Java without
     * settings. See {@link UntypedValue} for what is taken for what.
     */
    public static @Nullable Object ofUntyped(@Nullable Object json) {
        return UntypedValue.read(json);
    }
}
