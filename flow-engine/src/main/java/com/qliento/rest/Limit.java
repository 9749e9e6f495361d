package com.qliento.rest;

import com.qliento.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a caller says about the page they want. */
public final class Limit {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Limit() {}

    /** Items on a page: 1 to 200, 50 unless asked for. */
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "A page has 1 to " + MOST + " items. Ask for a number in between.");
        }
        return limit;
    }

    /** A cursor that is an id; null for the first page. */
    public static @Nullable UUID after(@Nullable String cursor) {
        return cursor == null || cursor.isBlank() ? null : id("cursor", cursor);
    }

    /** An id as a caller writes it. */
    public static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Problem.invalid(field, "This is no id. Copy it from what the interface answered.");
        }
    }
}
