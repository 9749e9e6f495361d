package com.qliento.connector.whatsapp;

/**
 * A plain text.
 *
 * @param previewUrl whether WhatsApp shows a preview of the first link
 */
public record Text(String body, boolean previewUrl) implements OutboundContent {

    /** A text without a link preview. */
    public Text(String body) {
        this(body, false);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.text(this);
    }

    @Override
    public String toString() {
        return "Text[" + body.length() + " chars]";
    }
}
