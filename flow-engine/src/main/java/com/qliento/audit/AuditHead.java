package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * How far a chain had come on a day, signed. What is signed by Ed25519 are these lines in UTF-8, each ended by a line feed:
 * {@code qliento-audit-head-1}, the organisation's id, the day, the sequence, the hash, and the time, all as they are shown.
 *
 * @param day in UTC
 * @param sequence of the last entry there was
 * @param hash of that entry, as hex
 * @param key id of the public key, see {@link com.qliento.vault.SigningKey}
 * @param signature in Base64
 */
public record AuditHead(LocalDate day, long sequence, String hash, Instant at, String key, String signature) {

    static AuditHead of(ResultSet row) throws SQLException {
        return new AuditHead(
                row.getObject("day", LocalDate.class),
                row.getLong("sequence"),
                HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes("hash"))),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }

    byte[] signed(OrganisationId organisation) {
        var lines =
                "qliento-audit-head-1\n" + organisation + "\n" + day + "\n" + sequence + "\n" + hash + "\n" + at + "\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }
}
