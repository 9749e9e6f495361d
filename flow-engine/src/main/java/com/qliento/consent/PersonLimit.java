package com.qliento.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that limits by law what is done with somebody's data, as it is shown.
 *
 * @param purpose of an objection; null for a restriction, which is of all
 * @param apart whether it ends with the decision it was placed for, and not before
 * @param by an account's id or a key's name
 * @param reason as it was written; null when it can't be read any more
 * @param liftedAt null while it holds
 */
public record PersonLimit(
        UUID id,
        @Nullable String purpose,
        boolean apart,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftReason) {

    /** Whether it still holds. */
    public boolean holds() {
        return liftedAt == null;
    }

    @Override
    public String toString() {
        return "PersonLimit[" + id + "]";
    }
}
