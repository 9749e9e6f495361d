package com.qliento.connector.mail;

/** What a mail came to. */
public enum MailOutcome {
    /** The server took it; whether it arrives is another matter. */
    SENT,
    /** The server knows no such recipient, or does not send to them. */
    REFUSED_RECIPIENT,
    /** The server does not take this mail, or none from this sender. */
    REFUSED_MAIL,
    /** The server does not know us by this name and password. */
    REFUSED_ACCOUNT,
    /** The server can't make the connection safe, or can't show that it is who it says. */
    NOT_SAFE,
    /** The server is at an address that nobody may be sent to. */
    NOT_ALLOWED,
    /** The server can't take it now; nothing was sent. */
    BUSY,
    /** There is no such server, or it can't be reached; nothing was sent. */
    UNREACHABLE,
    /** The connection broke while it was sent: the server may have it or not. */
    UNSURE
}
