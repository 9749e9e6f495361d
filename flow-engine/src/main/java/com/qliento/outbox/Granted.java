package com.qliento.outbox;

import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that may be sent.
 *
 * @param moved whether its contact may have another number or user id since it was queued
 * @param purpose for what its contact has to be asked about; null for nothing
 */
record Granted(
        UUID id, boolean moved, ContactId contact, @Nullable Purpose purpose) {}
