package com.qliento.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the REST interface shows it to its organisation; name and number are null when they can't be read.
 *
 * @param unreadable why they can't: {@code erased}, {@code expired}, {@code key lost} or {@code changed}; null when they can
 */
public record ContactSummary(
        UUID id,
        UUID channelId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String userId,
        Instant createdAt,
        @Nullable String unreadable) {

    @Override
    public String toString() {
        return "ContactSummary[" + id + "]";
    }
}
