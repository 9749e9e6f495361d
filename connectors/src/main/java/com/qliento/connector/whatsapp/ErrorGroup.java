package com.qliento.connector.whatsapp;

/** What to do about an error of the Graph API. */
public enum ErrorGroup {
    /** A fault on Meta's side: try again with growing pauses. */
    RETRY(true),
    /** The number (or the account) sends too fast: all its messages wait. Never counts as a failed try. */
    SLOW_DOWN_NUMBER(true),
    /** Too many messages to this person: only theirs wait, one per 6 seconds. Never counts as a failed try. */
    SLOW_DOWN_PAIR(true),
    /** The person last wrote more than 24 hours ago: only a template may be sent. */
    WINDOW_CLOSED(false),
    /** This person cannot or may not get this message. */
    UNDELIVERABLE(false),
    /** The message itself is wrong: trying again changes nothing. */
    CONTENT(false),
    /** The template is missing, paused, or does not fit its parameters. */
    TEMPLATE(false),
    /** Token, payment, registration or standing of the account: a person must act, all sends of the number stop. */
    ACCOUNT(false);

    private final boolean retryable;

    ErrorGroup(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same request may succeed later without anybody doing anything. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The group of an error code. Only the number decides, never a title, which Meta says goes away.
     *
     * @param httpStatus decides for unknown codes: 429 slow down, 408 and 5xx retry, 401 account, else
     *     content
     */
    public static ErrorGroup of(int code, int httpStatus) {
        ErrorGroup known = ErrorCodes.group(code);
        if (known != null) {
            return known;
        }
        if (httpStatus == 429) {
            return SLOW_DOWN_NUMBER;
        }
        if (httpStatus == 401) {
            return ACCOUNT;
        }
        return httpStatus >= 500 || httpStatus == 408 ? RETRY : CONTENT;
    }
}
