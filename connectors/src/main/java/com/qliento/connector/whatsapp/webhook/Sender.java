package com.qliento.connector.whatsapp.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote. At least one of {@code phone}, {@code userId} and {@code parentUserId} is present.
 *
 * @param phone number to answer to ({@code from}, else the contact's {@code wa_id}); absent for users who hide it behind a user name
 * @param waId WhatsApp's own id of the account ({@code contacts.wa_id}, else {@code from}); may differ from the phone in some countries
 * @param userId business-scoped user id ({@code US.…}): stable for one person and one portfolio until the number changes
 * @param parentUserId the same for linked portfolios ({@code US.ENT.…})
 * @param username user name of the person's choice; may change at any time, so never an identity
 * @param profileName name shown in WhatsApp
 */
public record Sender(
        @Nullable String phone,
        @Nullable String waId,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String profileName) {

    boolean isKnown() {
        return phone != null || userId != null || parentUserId != null;
    }

    /** Says only which parts are there. */
    @Override
    public String toString() {
        return "Sender[phone=" + (phone != null) + ", userId=" + (userId != null) + ", parentUserId="
                + (parentUserId != null) + "]";
    }
}
