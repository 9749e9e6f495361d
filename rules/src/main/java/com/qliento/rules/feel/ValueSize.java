package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures values before they are kept or given to a function, so that doubling and doubling again ends early. */
public final class ValueSize {

    /** What an element of a list weighs in memory, in characters. */
    private static final int ELEMENT = 16;

    /** Numbers with no more digits than these are taken for one character, as all other single values. */
    private static final int ORDINARY_DIGITS = 40;

    private ValueSize() {}

    /** Ends the evaluation when these values together are too large. */
    public static void require(@Nullable Object... values) {
        long size = 0;
        for (Object value : values) {
            size += of(value, 0);
            requireRoomFor(size);
        }
    }

    /** Ends the evaluation when a text of so many characters is too large. */
    static void requireRoomFor(long characters) {
        if (characters > Limits.VALUE_SIZE) {
            throw EvaluationStopped.size();
        }
    }

    /** Ends the evaluation when the texts of a list among these, with the longest text among these between them, are too large. */
    static void requireJoined(@Nullable Object... given) {
        long between = 0;
        long elements = 0;
        for (Object value : given) {
            if (value instanceof CharSequence text) {
                between = Math.max(between, text.length());
            } else if (value instanceof Collection<?> list) {
                elements = list.size();
            }
        }
        requireRoomFor(of(Arrays.asList(given), 0) + between * elements);
    }

    /** What memory a function's result took, in characters. Its parts are what the function was given. */
    static long made(@Nullable Object result) {
        if (result instanceof CharSequence text) {
            return text.length();
        }
        return result instanceof Collection<?> list ? (long) list.size() * ELEMENT : 1;
    }

    /** Characters the number takes where it is written out. */
    static int of(BigDecimal number) {
        int written = number.precision() + Math.abs(number.scale());
        return written <= ORDINARY_DIGITS ? 1 : written;
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
        if (value instanceof BigDecimal number) {
            if (!isOrdinary(number)) {
                throw EvaluationStopped.number();
            }
            return of(number);
        }
        if (value instanceof Collection<?> list) {
            return ofList(list, depth);
        }
        return value instanceof Map<?, ?> context ? ofContext(context, depth) : 1;
    }

    private static long ofContext(Map<?, ?> context, int depth) {
        long size = 1;
        try {
            for (Object part : context.values()) {
                size += of(part, depth + 1);
                requireRoomFor(size);
            }
        } catch (RuntimeException failure) {
            throw new ValuesFailed(failure);
        }
        return size;
    }

    private static long ofList(Collection<?> list, int depth) {
        if (list.size() > Limits.LIST_SIZE) {
            throw EvaluationStopped.size();
        }
        long size = 1;
        for (Object element : list) {
            size += of(element, depth + 1);
            requireRoomFor(size);
        }
        return size;
    }
}
