package com.qliento.simulator.webhook;

/** Hears how one webhook fares. */
public interface WebhookListener {

    /** In place of an HTTP status: there was no answer. */
    int NO_ANSWER = 0;

    /** The receiver answered 200. */
    void taken();

    /**
     * It did not.
     *
     * @param httpStatus what it answered, or {@link #NO_ANSWER}
     * @param attempts how often it was tried
     * @param last whether it was the last attempt
     */
    void refused(int httpStatus, int attempts, boolean last);
}
