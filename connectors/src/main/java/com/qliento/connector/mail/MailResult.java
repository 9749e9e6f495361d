package com.qliento.connector.mail;

/**
 * What a mail came to, and by which code of the server; nothing of what the server wrote.
 *
 * @param code of three digits; 0 when the server gave none
 */
public record MailResult(MailOutcome outcome, int code) {

    static MailResult of(MailOutcome outcome) {
        return new MailResult(outcome, 0);
    }
}
