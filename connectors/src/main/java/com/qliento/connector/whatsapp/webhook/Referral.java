package com.qliento.connector.whatsapp.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The advertisement or post that led the customer here.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param sourceId Meta's id of it
 * @param ctwaClid click id for reporting conversions; it identifies a click of one person, so it is personal data
 */
public record Referral(
        @Nullable String sourceType,
        @Nullable String sourceId,
        @Nullable String ctwaClid) {

    @Override
    public String toString() {
        return "Referral";
    }
}
