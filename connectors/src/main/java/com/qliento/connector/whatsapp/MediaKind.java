package com.qliento.connector.whatsapp;

import java.util.Locale;
import java.util.Set;

/** The kinds of media messages with what WhatsApp takes for each (Meta's list of supported media). */
public enum MediaKind {
    /** A picture. */
    IMAGE(5, true, "image/jpeg", "image/png"),
    /** A film: H.264 with AAC. */
    VIDEO(16, true, "video/mp4", "video/3gpp"),
    /** Sound; in ogg only Opus. */
    AUDIO(16, false, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** A file that the customer's phone opens with an app of its own. */
    DOCUMENT(
            100,
            true,
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final int megabytes;
    private final boolean captioned;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> mimeTypes;

    MediaKind(int megabytes, boolean captioned, String... mimeTypes) {
        this.megabytes = megabytes;
        this.captioned = captioned;
        this.mimeTypes = Set.of(mimeTypes);
    }

    /** WhatsApp's word, such as {@code image}: a message's type and the name of the field that holds the content. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The most bytes of a file. */
    public long largest() {
        return megabytes * 1024L * 1024L;
    }

    /** Whether a text can stand below it. */
    public boolean captioned() {
        return captioned;
    }

    /** The types of files, without parameters. */
    public Set<String> mimeTypes() {
        return mimeTypes;
    }
}
