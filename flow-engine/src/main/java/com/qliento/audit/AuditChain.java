package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is in the chain: SHA-256 over, in this order, the byte 1, the organisation (16 bytes), the sequence (8), the
 * entry's id (16), the time in microseconds since 1970 (8), then kind of actor, actor, action, kind of what it is about and
 * what it is about, each as its length in UTF-8 (4) and its bytes, then the SHA-256 of the sealed detail (32; of nothing
 * where there is none), then the hash of the entry before (32; zeroes for the first). Numbers have their highest byte
 * first. The database has the same form in {@code audit_hash}.
 */
final class AuditChain {

    private AuditChain() {}

    static byte[] hash(OrganisationId organisation, long sequence, AuditRow entry, byte[] previous) {
        try {
            var bytes = new ByteArrayOutputStream();
            var to = new DataOutputStream(bytes);
            to.writeByte(1);
            write(to, organisation.value());
            to.writeLong(sequence);
            write(to, entry.id());
            to.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
            for (var words :
                    new String[] {entry.actorKind(), entry.actor(), entry.action(), entry.aboutKind(), entry.about()}) {
                var text = words.getBytes(StandardCharsets.UTF_8);
                to.writeInt(text.length);
                to.write(text);
            }
            to.write(entry.detailHash());
            to.write(previous);
            return hashOf(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(DataOutputStream to, UUID id) throws IOException {
        to.writeLong(id.getMostSignificantBits());
        to.writeLong(id.getLeastSignificantBits());
    }

    /** The SHA-256 of these bytes; of none for null. */
    static byte[] hashOf(byte @Nullable [] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes == null ? new byte[0] : bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
