package com.qliento.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null asks for all.
 *
 * @param from this time on
 * @param until before this time
 * @param actor id of an account or name of a key
 * @param about id or key of a thing
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String actor,
        @Nullable AuditAction action,
        @Nullable String about) {

    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
