package com.qliento.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold that somebody wants; what is missing or wrong is refused by {@link Holds#place}.
 *
 * @param kinds see {@link Hold#kinds}
 * @param basis see {@link Hold.Basis#word}
 * @param reason in words, for whoever looks at it later
 * @param endsAt when it ends
 */
public record HoldWish(
        @Nullable List<String> kinds,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String basis,
        @Nullable String reason,
        @Nullable Instant endsAt) {

    /** Without the reason. */
    @Override
    public String toString() {
        return "HoldWish";
    }
}
