package com.qliento.block;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a block takes its file from: one of the two.
 *
 * @param file the id of a file of the organisation
 * @param link an https address
 */
public record MediaSource(@Nullable UUID file, @Nullable String link) {

    private static final int LONGEST_LINK = 2_000;

    /** Reads a setting; empty when it is neither an id nor an https link. */
    public static Optional<MediaSource> parse(String setting) {
        String text = setting.strip();
        return link(text) ? Optional.of(new MediaSource(null, text)) : id(text).map(id -> new MediaSource(id, null));
    }

    /** Java reads shorter forms too, which nobody would find again. */
    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean link(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= LONGEST_LINK && "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
