package com.qliento.rules;

import java.math.BigDecimal;
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
import org.kie.dmn.feel.util.NumberEvalHelper;
import org.kie.dmn.feel.util.TypeUtil;

/** Turns a result of FEEL into plain Java. What has no plain form (a range, a test, a function) becomes null. */
final class PlainValue {

    private PlainValue() {}

    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (depth > Limits.DEPTH) {
            throw EvaluationStopped.size();
        }
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
        return temporal(value);
    }

    private static BigDecimal number(Object value) {
        BigDecimal number = NumberEvalHelper.getBigDecimalOrNull(value);
        if (number == null || !ValueSize.isOrdinary(number)) {
            throw EvaluationStopped.number();
        }
        return number;
    }

    private static List<@Nullable Object> list(Collection<?> list, int depth) {
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        for (Object element : list) {
            plain.add(of(element, depth + 1));
        }
        return Collections.unmodifiableList(plain);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, element) -> plain.put(String.valueOf(key), of(element, depth + 1)));
        return Collections.unmodifiableMap(plain);
    }

    private static @Nullable Object temporal(Object value) {
        if (value instanceof ComparablePeriod period) {
            return period.asPeriod();
        }
        boolean javaTime = value.getClass().getPackageName().equals("java.time");
        if (javaTime && (value instanceof TemporalAccessor || value instanceof TemporalAmount)) {
            return value;
        }
        return value instanceof TemporalAccessor ? TypeUtil.formatValue(value, false) : null; // a time of a named zone
    }
}
