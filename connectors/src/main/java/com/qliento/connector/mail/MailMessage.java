package com.qliento.connector.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param id by which servers know it: it stays the same when it is sent again
 * @param subject any text; it goes out in one line
 * @param bouncesTo where servers send word of a mail that does not arrive; null for the sender's own address
 * @param html the same as the text, for who sees it with pictures and colours; null when there is only text
 */
public record MailMessage(
        UUID id,
        MailAddress from,
        @Nullable MailAddress bouncesTo,
        MailAddress to,
        String subject,
        String text,
        @Nullable String html,
        Instant at) {

    public MailMessage {
        subject = HeaderText.of(subject);
    }

    /** Nothing of what it says, nor to whom. */
    @Override
    public String toString() {
        return "MailMessage[" + id + "]";
    }
}
