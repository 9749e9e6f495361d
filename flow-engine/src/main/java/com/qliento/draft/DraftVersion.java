package com.qliento.draft;

import java.time.Instant;

/**
 * A version that was published; never changes.
 *
 * @param content its file
 * @param publishedBy the name of the actor
 * @param note what its author says is new; empty when they said nothing
 */
public record DraftVersion(
        String key, int version, byte[] content, Instant publishedAt, String publishedBy, String note) {

    @Override
    public String toString() {
        return "DraftVersion[" + key + " " + version + "]";
    }
}
