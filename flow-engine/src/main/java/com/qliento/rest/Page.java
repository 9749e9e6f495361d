package com.qliento.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the page that follows, to be passed as {@code cursor}; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Rows asked for with {@link #overLimit}: one more than shown, which tells that there is a next page. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, cursor.apply(shown.get(limit - 1)));
    }

    /** How many rows to ask the database for. */
    public static int overLimit(int limit) {
        return limit + 1;
    }

    /** The same page with each item turned into what is shown of it. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
