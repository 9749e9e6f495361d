package com.qliento.mail;

import com.qliento.connector.mail.MailOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that the server did not take; whom it was for is seen in the conversation alone.
 *
 * @param id of the letter
 * @param code of three digits by which the server said so the last time
 * @param times how often it was handed over
 * @param conversation that it was asked for in; null for one that no conversation asked for
 */
public record MailRefusal(
        UUID id,
        Instant at,
        MailOutcome kind,
        int code,
        int times,
        @Nullable UUID conversation) {}
