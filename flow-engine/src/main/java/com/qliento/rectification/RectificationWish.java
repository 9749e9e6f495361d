package com.qliento.rectification;

import org.jspecify.annotations.Nullable;

/**
 * A correction that somebody asks for; what is missing or wrong is refused by {@link Rectifications#ask}.
 *
 * @param field name, phone or answer
 * @param name of the answer; for no other field
 * @param value what is right: of an answer, of the type that it has, times as ISO 8601 has them
 * @param evidence what shows it, in words
 */
public record RectificationWish(
        @Nullable String field,
        @Nullable String name,
        @Nullable String value,
        @Nullable String evidence) {

    /** Without what is personal. */
    @Override
    public String toString() {
        return "RectificationWish";
    }
}
