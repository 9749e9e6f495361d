package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.custom.ZoneTime;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;
import org.kie.dmn.feel.util.NumberEvalHelper;

/**
 * Turns a result of FEEL into plain Java, with FEEL's own dates, times, durations and ranges as they are. What has no plain
 * form (a test, a function) becomes null.
 */
public final class PlainValue {

    /** One value may stand in many places of another: written out, it counts each time. */
    private long size;

    private boolean lost;

    private PlainValue() {}

    static @Nullable Object of(@Nullable Object value) {
        return new PlainValue().of(value, 0);
    }

    /** The same; throws {@link NotPlain} where a part has no plain form. */
    public static @Nullable Object strictly(@Nullable Object value) throws NotPlain {
        var plain = new PlainValue();
        Object written = plain.of(value, 0);
        if (plain.lost) {
            throw new NotPlain();
        }
        return written;
    }

    /** Something of FEEL's own, such as a function, that would get lost. */
    public static final class NotPlain extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private @Nullable Object of(@Nullable Object value, int depth) {
        if (depth > Limits.DEPTH) {
            throw EvaluationStopped.size();
        }
        size += value instanceof String text ? Math.max(1, text.length()) : 1;
        ValueSize.requireRoomFor(size);
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number) {
            return number(value);
        }
        if (value instanceof Collection<?> list) {
            return list(list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        return own(value, depth);
    }

    private BigDecimal number(Object value) {
        BigDecimal number = NumberEvalHelper.getBigDecimalOrNull(value);
        if (number == null || !ValueSize.isOrdinary(number)) {
            throw EvaluationStopped.number();
        }
        size += ValueSize.of(number) - 1;
        ValueSize.requireRoomFor(size);
        return number;
    }

    private List<@Nullable Object> list(Collection<?> list, int depth) {
        var plain = new ArrayList<@Nullable Object>(list.size());
        for (Object element : list) {
            plain.add(of(element, depth + 1));
        }
        return Collections.unmodifiableList(plain);
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, element) -> plain.put(String.valueOf(key), of(element, depth + 1)));
        return Collections.unmodifiableMap(plain);
    }

    private @Nullable Object own(Object value, int depth) {
        boolean time = value.getClass().getPackageName().equals("java.time");
        if (time && (value instanceof TemporalAccessor || value instanceof TemporalAmount)) {
            return value instanceof Period period ? new ComparablePeriod(period) : value;
        }
        if (value instanceof ComparablePeriod || value instanceof ZoneTime) {
            return value;
        }
        if (value instanceof Range range) {
            boolean before = lost;
            lost = false;
            end(range.getLowEndPoint(), depth);
            end(range.getHighEndPoint(), depth);
            boolean plain = !lost;
            lost |= before;
            return plain ? range : null;
        }
        lost = true;
        return null;
    }

    private void end(@Nullable Object end, int depth) {
        if (!(end instanceof UndefinedValueComparable)) {
            Object unused = of(end, depth + 1);
        }
    }
}
