package com.qliento.database;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Array parameters as texts, for {@code ?::uuid[]}, {@code ?::timestamptz[]} and the like: the driver knows arrays of
 * texts, numbers and bytes, PostgreSQL reads the rest from its text.
 */
public final class Texts {

    private Texts() {}

    /** The text of one value of each row; null stays null. */
    public static <T> @Nullable String[] of(Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var one = value.apply(row);
            texts[i++] = one == null ? null : one.toString();
        }
        return texts;
    }

    /** The texts of values. */
    public static @Nullable String[] of(Collection<?> values) {
        return of(values, value -> value);
    }
}
