package com.qliento.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp says that somebody has another number or user id from now on. What it says nothing about stays as it is.
 *
 * @param phone digits only, as WhatsApp's {@code wa_id}
 * @param at when it changed, as far as WhatsApp tells
 */
public record Move(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentId,
        Instant at) {

    /** Who they are afterwards. */
    Identities to() {
        return new Identities(phone, userId, parentId, null);
    }

    @Override
    public String toString() {
        return "Move";
    }
}
