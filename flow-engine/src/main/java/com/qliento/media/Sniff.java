package com.qliento.media;

import com.qliento.connector.whatsapp.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a file's type by its bytes; names and what browsers say count for nothing. Knows what WhatsApp takes and nothing
 * else: markup (HTML, SVG), scripts and programs are no type here, whatever they call themselves.
 */
final class Sniff {

    /** Beginnings of files. For formats whose beginning does not say enough there is a method below. */
    private enum Beginning {
        JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
        PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
        AMR("audio/amr", '#', '!', 'A', 'M', 'R'),
        MP3_WITH_TAGS("audio/mpeg", 'I', 'D', '3'),
        PDF("application/pdf", '%', 'P', 'D', 'F', '-');

        private final String mimeType;

        @SuppressWarnings("ImmutableEnumChecker") // never handed out
        private final int[] signs;

        Beginning(String mimeType, int... signs) {
            this.mimeType = mimeType;
            this.signs = signs;
        }

        boolean of(byte[] bytes) {
            for (int i = 0; i < signs.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != signs[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private Sniff() {}

    /** The type, one of those that {@link MediaKind} lists; empty for everything else. */
    static Optional<String> mimeType(byte[] bytes) {
        for (Beginning beginning : Beginning.values()) {
            if (beginning.of(bytes)) {
                return Optional.of(beginning.mimeType);
            }
        }
        return film(bytes)
                .or(() -> sound(bytes))
                .or(() -> OfficeFile.mimeType(bytes))
                .or(() -> PlainText.is(bytes) ? Optional.of("text/plain") : Optional.empty());
    }

    /** The kind of message a file of this type is sent as. */
    static Optional<MediaKind> kind(String mimeType) {
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.mimeTypes().contains(mimeType))
                .findFirst();
    }

    /** ISO 14496-12: the first box says the brand. QuickTime's own brand is none that WhatsApp takes. */
    private static Optional<String> film(byte[] bytes) {
        if (bytes.length < 12 || !text(bytes, 4, 8).equals("ftyp")) {
            return Optional.empty();
        }
        String brand = text(bytes, 8, 12).toLowerCase(Locale.ROOT);
        if (brand.startsWith("3g")) {
            return Optional.of("video/3gpp");
        }
        if (brand.startsWith("m4a") || brand.startsWith("m4b")) {
            return Optional.of("audio/mp4");
        }
        return brand.matches("iso.|mp4.|avc1|m4v.|msnv|dash") ? Optional.of("video/mp4") : Optional.empty();
    }

    private static Optional<String> sound(byte[] bytes) {
        if (bytes.length < 64) {
            return Optional.empty();
        }
        if (text(bytes, 0, 4).equals("OggS")) {
            return text(bytes, 0, 64).contains("OpusHead") ? Optional.of("audio/ogg") : Optional.empty();
        }
        if ((bytes[0] & 0xFF) != 0xFF) {
            return Optional.empty();
        }
        if ((bytes[1] & 0xF6) == 0xF0) {
            return Optional.of("audio/aac"); // ADTS: twelve sync bits, layer 0
        }
        boolean layerThree = (bytes[1] & 0xE6) == 0xE2;
        return layerThree ? Optional.of("audio/mpeg") : Optional.empty();
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to, bytes.length) - from, StandardCharsets.ISO_8859_1);
    }
}
