package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.custom.ZoneTime;
import org.kie.dmn.feel.runtime.functions.TimeFunction;
import org.kie.dmn.feel.util.NumberEvalHelper;

/**
 * Reads values kept before {@link KeptValue}, by the shapes that Jackson gave them:
 *
 * <ul>
 *   <li>{@code [2026,3,29]} a date; {@code [2026,3,29,13,30]}, with seconds and nanoseconds where there were any, a date
 *       and time. Years from 1000 to 9999 only: three small numbers stay a list.
 *   <li>{@code [13,30]}, likewise, a time; with {@code "+02:00"} at its end a time with an offset. Two whole numbers that
 *       make a time are one: a list of just those was kept far more rarely. {@code [13,30,0]} is a list, since a time
 *       never had its zero seconds written.
 *   <li>a number with exactly nine digits behind the point is seconds: below ten years ({@value #TEN_YEARS}) a duration,
 *       above a moment since 1970. Its zone was lost: it is in UTC, the same moment. {@code 0.0} is no time at all.
 *   <li>a text such as {@code P1Y2M} is a duration of years and months, {@code 13:30:00@Europe/Rome} a time of a zone.
 * </ul>
 *
 * Everything else is what JSON says.
 */
final class UntypedValue {

    static final long TEN_YEARS = 315_360_000L;

    private static final int SCALE_OF_SECONDS = 9;
    private static final Pattern MONTHS = Pattern.compile("P(?:-?\\d{1,9}Y)?(?:-?\\d{1,9}M)?|P0D");
    private static final Pattern ZONE_TIME =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?@[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+");
    private static final Pattern OFFSET = Pattern.compile("Z|[+-]\\d\\d:\\d\\d(?::\\d\\d)?");

    private UntypedValue() {}

    static @Nullable Object read(@Nullable Object json) {
        if (json instanceof String text) {
            return text(text);
        }
        if (json instanceof Number number) {
            return number(number);
        }
        if (json instanceof List<?> list) {
            Object time = time(list);
            if (time != null) {
                return time;
            }
            var each = new ArrayList<@Nullable Object>(list.size());
            list.forEach(element -> each.add(read(element)));
            return Collections.unmodifiableList(each);
        }
        if (json instanceof Map<?, ?> context) {
            var parts = new LinkedHashMap<String, @Nullable Object>();
            context.forEach((name, part) -> parts.put(String.valueOf(name), read(part)));
            return Collections.unmodifiableMap(parts);
        }
        return json;
    }

    private static Object text(String text) {
        if (text.length() > 1 && MONTHS.matcher(text).matches()) {
            return new ComparablePeriod(Period.parse(text));
        }
        if (ZONE_TIME.matcher(text).matches()
                && TimeFunction.INSTANCE.invoke(text).getOrElse(null) instanceof ZoneTime time) {
            return time;
        }
        return text;
    }

    private static @Nullable Object number(Number number) {
        BigDecimal value = NumberEvalHelper.getBigDecimalOrNull(number);
        if (!(number instanceof BigDecimal seconds) || seconds.scale() != SCALE_OF_SECONDS) {
            return value;
        }
        BigInteger whole = seconds.toBigInteger();
        if (whole.bitLength() >= Long.SIZE) {
            return value;
        }
        long nanos = seconds.subtract(new BigDecimal(whole)).unscaledValue().longValue();
        if (Math.abs(whole.longValue()) < TEN_YEARS) {
            return Duration.ofSeconds(whole.longValue(), nanos);
        }
        try {
            return Instant.ofEpochSecond(whole.longValue(), nanos).atZone(ZoneOffset.UTC);
        } catch (DateTimeException beyondTime) {
            return value;
        }
    }

    private static @Nullable Object time(List<?> list) {
        List<?> numbers = list;
        ZoneOffset offset = null;
        if (!list.isEmpty()
                && list.get(list.size() - 1) instanceof String last
                && OFFSET.matcher(last).matches()) {
            offset = ZoneOffset.of(last);
            numbers = list.subList(0, list.size() - 1);
        }
        if (numbers.size() < 2 || numbers.size() > 7 || !numbers.stream().allMatch(Integer.class::isInstance)) {
            return null;
        }
        int[] parts = numbers.stream().mapToInt(Integer.class::cast).toArray();
        try {
            if (parts[0] >= 1000 && parts[0] <= 9999) {
                return offset == null ? dated(parts) : null;
            }
            LocalTime time = clock(parts, 0);
            return time == null || offset == null ? time : OffsetTime.of(time, offset);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Object dated(int[] parts) {
        if (parts.length < 3) {
            return null;
        }
        LocalDate date = LocalDate.of(parts[0], parts[1], parts[2]);
        if (parts.length == 3) {
            return date;
        }
        LocalTime time = clock(parts, 3);
        return time == null ? null : LocalDateTime.of(date, time);
    }

    /** Hours and minutes always, seconds and nanoseconds only as far as they are not zero. */
    private static @Nullable LocalTime clock(int[] parts, int from) {
        int count = parts.length - from;
        if (count < 2 || count > 4 || (count > 2 && parts[parts.length - 1] == 0)) {
            return null;
        }
        return LocalTime.of(
                parts[from], parts[from + 1], count > 2 ? parts[from + 2] : 0, count > 3 ? parts[from + 3] : 0);
    }
}
