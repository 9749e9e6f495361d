package com.qliento.connector.mail;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail for others, and who we are there. Holds a secret: its text shows nothing of it.
 *
 * @param user null for a server that asks nobody who they are
 * @param password null without a user
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password) {

    /** How the connection is made safe. One that can't be made safe is not used. */
    public enum Security {
        /** Begun in clear and made safe before anything is said; usual at port 587. */
        STARTTLS,
        /** Safe from the first byte on; usual at port 465. */
        TLS
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + " " + security + "]";
    }
}
