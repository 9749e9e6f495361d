package com.qliento.simulator.whatsapp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** What may be uploaded and how large, by Meta's list of supported media. */
enum MediaLimit {
    IMAGE(DataSize.ofMegabytes(5), "image/jpeg", "image/png"),
    STICKER(DataSize.ofKilobytes(500), "image/webp"),
    VIDEO(DataSize.ofMegabytes(16), "video/mp4", "video/3gp", "video/3gpp"),
    AUDIO(DataSize.ofMegabytes(16), "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/opus"),
    DOCUMENT(
            DataSize.ofMegabytes(100),
            "text/plain",
            "application/pdf",
            "application/vnd.ms-powerpoint",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final long bytes;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> mimeTypes;

    MediaLimit(DataSize size, String... mimeTypes) {
        this.bytes = size.toBytes();
        this.mimeTypes = Set.of(mimeTypes);
    }

    /** The type without parameters, if it may be uploaded at this size; throws {@link GraphRefusal} otherwise. */
    static String check(String declared, long size) {
        String mimeType = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        MediaLimit limit = of(mimeType)
                .orElseThrow(() -> GraphRefusal.invalid(
                        "Param file must be a file of a supported image, sticker, video, audio or document type."));
        if (size == 0 || size > limit.bytes) {
            throw GraphRefusal.invalid("Param file must have 1 to " + limit.bytes + " bytes for its type.");
        }
        return mimeType;
    }

    private static Optional<MediaLimit> of(String mimeType) {
        return Arrays.stream(values())
                .filter(limit -> limit.mimeTypes.contains(mimeType))
                .findFirst();
    }
}
