package com.qliento.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose an identity is.
 *
 * @param since since when, as far as is known; null is long ago
 * @param leftAt when they left it: it still finds them for what comes late; null while it is theirs
 */
record Owned(
        ContactId contact,
        @Nullable Instant since,
        @Nullable Instant leftAt) {

    boolean left() {
        return leftAt != null;
    }

    /** Whether what was written then is from after they left it. */
    boolean leftBefore(Instant written) {
        return leftAt != null && written.isAfter(leftAt);
    }

    /** Whether it was theirs only after this time. */
    boolean after(Instant time) {
        return since != null && since.isAfter(time);
    }
}
