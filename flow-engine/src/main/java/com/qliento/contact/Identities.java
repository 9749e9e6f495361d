package com.qliento.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as far as the message says: at least one of the three ids. A business-scoped user id is stable for a
 * person and a business portfolio; the phone number may be absent.
 *
 * @param phone digits only, as WhatsApp's {@code wa_id}
 * @param move who they are from now on, when that is what the message says; null when it does not
 * @param written when it was written, as far as WhatsApp tells; null when it does not
 */
public record Identities(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentId,
        @Nullable String name,
        @Nullable Move move,
        @Nullable Instant written) {

    /** Somebody who stays who they are, now. */
    public Identities(
            @Nullable String phone, @Nullable String userId, @Nullable String parentId, @Nullable String name) {
        this(phone, userId, parentId, name, null, null);
    }

    /** Whether there is any id to find somebody by. */
    public boolean anybody() {
        return phone != null || userId != null || parentId != null;
    }

    @Override
    public String toString() {
        return "Identities";
    }
}
