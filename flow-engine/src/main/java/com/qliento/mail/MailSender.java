package com.qliento.mail;

import com.qliento.connector.mail.MailServer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From whom an organisation's mail comes, and the server that sends it, as it is shown: without the password.
 *
 * @param name of the sender; may be empty
 * @param bouncesTo where servers send word of mail that does not arrive; null for the sender's own address
 * @param user null when the server asks nobody who they are
 * @param changedBy the account's id of whoever set it, or an API key's name
 */
public record MailSender(
        String address,
        String name,
        @Nullable String bouncesTo,
        String host,
        int port,
        MailServer.Security security,
        @Nullable String user,
        Instant changedAt,
        String changedBy) {

    @Override
    public String toString() {
        return "MailSender[" + host + "]";
    }
}
