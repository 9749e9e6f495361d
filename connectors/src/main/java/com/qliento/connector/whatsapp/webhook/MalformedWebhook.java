package com.qliento.connector.whatsapp.webhook;

/**
 * A body that is no webhook of Meta's: not JSON, or JSON of another shape. The text never quotes the body and there is no cause, because
 * a parser's own message would quote it.
 */
public final class MalformedWebhook extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedWebhook(String message) {
        super(message);
    }
}
