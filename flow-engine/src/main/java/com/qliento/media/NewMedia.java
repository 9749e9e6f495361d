package com.qliento.media;

import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.problem.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** A file that was looked at and may be kept. */
record NewMedia(MediaContent content, byte[] sha256) {

    /** Looks at a file; throws {@link Problem} when it can't be sent. */
    static NewMedia of(String name, byte[] bytes, long largest, Instant at) {
        if (bytes.length == 0) {
            throw MediaProblems.EMPTY.because("The file is empty. Choose another one.");
        }
        if (bytes.length > largest) {
            throw tooBig("A file", largest);
        }
        var mimeType = Sniff.mimeType(bytes).orElseThrow(NewMedia::unknown);
        var kind = Sniff.kind(mimeType).orElseThrow(NewMedia::unknown);
        if (bytes.length > kind.largest()) {
            throw tooBig("A file of the kind '" + kind.word() + "'", kind.largest());
        }
        var sha256 = sha256(bytes);
        var facts = new MediaFacts(id(sha256), kind, mimeType, bytes.length, plain(name, kind), at);
        return new NewMedia(new MediaContent(facts, bytes), sha256);
    }

    private static Problem unknown() {
        return MediaProblems.TYPE.because(
                "WhatsApp does not take such a file. It takes pictures as JPEG or PNG, videos as MP4 or 3GP, sounds as MP3,"
                        + " M4A, AAC, AMR or OGG (Opus), and documents as PDF, Word, Excel, PowerPoint or plain text.");
    }

    private static Problem tooBig(String what, long most) {
        return MediaProblems.TOO_BIG
                .because(what + " may have " + (most >> 20) + " MB at most. Make it smaller, or send a link to it.")
                .with("most", most);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** A UUID of version 8 (RFC 9562): as much of the hash as fits. */
    private static UUID id(byte[] sha256) {
        var hash = ByteBuffer.wrap(sha256);
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The last part of a path, without signs that no name has. */
    private static String plain(String name, MediaKind kind) {
        var last = name.replaceFirst(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (last.isEmpty()) {
            return kind.word();
        }
        int from = Math.max(0, last.length() - MessageLimits.FILENAME);
        return last.substring(from > 0 && Character.isLowSurrogate(last.charAt(from)) ? from + 1 : from);
    }

    @Override
    public String toString() {
        return "NewMedia[" + content.facts().id() + "]";
    }
}
