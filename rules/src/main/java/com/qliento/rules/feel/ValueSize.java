package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Measures values before they are kept or given to a function, so that doubling and doubling again ends early. */
public final class ValueSize {

    private ValueSize() {}

    /** Ends the evaluation when these values together are too large. */
    public static void require(@Nullable Object... values) {
        long size = 0;
        for (Object value : values) {
            size += of(value, 0);
            if (size > Limits.VALUE_SIZE) {
                throw EvaluationStopped.size();
            }
        }
    }

    /** Whether the number is in the range in which calculating with it and writing it stays cheap. */
    static boolean isOrdinary(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= Limits.EXPONENT
                && Math.abs((long) number.scale()) <= Limits.EXPONENT;
    }

    private static long of(@Nullable Object value, int depth) {
        if (depth > Limits.DEPTH) {
            throw EvaluationStopped.size();
        }
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof BigDecimal number && !isOrdinary(number)) {
            throw EvaluationStopped.number();
        }
        if (value instanceof Collection<?> list) {
            return ofList(list, depth);
        }
        return 1; // contexts are asked by name and may be lazy: they are not walked through
    }

    private static long ofList(Collection<?> list, int depth) {
        if (list.size() > Limits.LIST_SIZE) {
            throw EvaluationStopped.size();
        }
        long size = 1;
        for (Object element : list) {
            size += of(element, depth + 1);
            if (size > Limits.VALUE_SIZE) {
                throw EvaluationStopped.size();
            }
        }
        return size;
    }
}
