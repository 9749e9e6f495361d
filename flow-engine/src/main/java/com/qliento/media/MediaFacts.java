package com.qliento.media;

import com.qliento.connector.whatsapp.MediaKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of an organisation, without its bytes.
 *
 * @param id made of the bytes: the same file has the same id in every organisation
 * @param mimeType as the bytes say, whatever the name says
 * @param name as it was called where it came from
 */
public record MediaFacts(UUID id, MediaKind kind, String mimeType, int bytes, String name, Instant uploadedAt) {

    /** Its kind in the word that blocks and WhatsApp have for it, such as {@code image}. */
    public String kindWord() {
        return kind.word();
    }

    /** Whether a browser shows or plays it by itself; else it is to be saved. */
    public boolean shownByBrowsers() {
        return kind != MediaKind.DOCUMENT;
    }
}
