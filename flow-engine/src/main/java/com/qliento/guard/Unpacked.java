package com.qliento.guard;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer without what they were packed in for the way; as many as allowed, however small they came. */
final class Unpacked {

    /** Packed in a way that is not known, or not so at all. */
    static final class Unknown extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private Unpacked() {}

    /** @param encoding as the answer names it; packed more than once is not taken */
    static byte[] of(byte[] packed, @Nullable String encoding, int limit) throws IOException {
        var way = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        if (packed.length == 0) {
            return packed;
        }
        try {
            return switch (way) {
                case "", "identity" -> packed;
                case "gzip", "x-gzip" -> gzip(packed, limit);
                case "deflate" -> deflate(packed, limit);
                default -> throw new Unknown();
            };
        } catch (ZipException | EOFException notPackedSo) {
            throw new Unknown();
        }
    }

    private static byte[] gzip(byte[] packed, int limit) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return bounded(stream, limit);
        }
    }

    /** The standard means zlib's frame; some servers leave it out. */
    private static byte[] deflate(byte[] packed, int limit) throws IOException {
        boolean framed = packed.length > 1
                && (packed[0] & 0x0f) == 8
                && ((packed[0] & 0xff) << 8 | (packed[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!framed);
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return bounded(stream, limit);
        } finally {
            inflater.end();
        }
    }

    private static byte[] bounded(InputStream stream, int limit) throws IOException {
        byte[] bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BoundedAnswer.TooLarge();
        }
        return bytes;
    }
}
