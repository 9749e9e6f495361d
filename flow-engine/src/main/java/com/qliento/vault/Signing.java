package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyWrap.Kind;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs by Ed25519 what anybody may check offline. The key is made at the first use and lies wrapped in the key database,
 * for all organisations the same. Throws {@link KeysUnavailable} when the key database is needed and can't be reached.
 */
public class Signing {

    /** The first key; a higher number takes over from it. */
    private static final int FIRST = 1;

    /** No organisation's: what the wrapping is bound to. */
    private static final OrganisationId NOBODYS = new OrganisationId(new UUID(0, 0));

    private static final String ALGORITHM = "Ed25519";

    /** A signature and the {@link SigningKey#id} of the key that made it. */
    public record Signed(String key, byte[] signature) {

        @Override
        public String toString() {
            return "Signed[" + key + "]";
        }
    }

    private record Stored(byte[] publicKey, byte[] wrapped, OffsetDateTime since) {

        SigningKey shown() {
            return new SigningKey(idOf(publicKey), Base64.getEncoder().encodeToString(publicKey), since.toInstant());
        }

        @Override
        public String toString() {
            return "Stored[" + idOf(publicKey) + "]";
        }
    }

    private record Ready(String id, PrivateKey key) {

        @Override
        public String toString() {
            return "Ready[" + id + "]";
        }
    }

    private final KeyDatabase database;
    private final KeyWrap wrap;
    private final Clock clock;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();
    private volatile @Nullable Ready ready;

    Signing(KeyDatabase database, KeyWrap wrap, Clock clock) {
        this.database = database;
        this.wrap = wrap;
        this.clock = clock;
    }

    /** Signs these bytes. */
    public Signed sign(byte[] message) {
        try {
            var mine = ready();
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(mine.key());
            signature.update(message);
            return new Signed(mine.id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 did not sign.", e);
        }
    }

    /** Whether one of our keys, the one of this id, signed these bytes so. */
    public boolean isOurs(byte[] message, String key, byte[] signature) {
        var publicKey = known.get(key);
        if (publicKey == null) {
            stored().forEach(one -> known.put(idOf(one.publicKey()), publicKey(one.publicKey())));
            publicKey = known.get(key);
        }
        try {
            var check = Signature.getInstance(ALGORITHM);
            if (publicKey == null) {
                return false;
            }
            check.initVerify(publicKey);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** The keys there are, the one that signs first. */
    public List<SigningKey> keys() {
        return stored().stream().map(Stored::shown).toList();
    }

    private Ready ready() throws GeneralSecurityException {
        var mine = ready;
        if (mine == null) {
            if (stored().isEmpty()) {
                make();
            }
            var latest = stored().get(0);
            var id = idOf(latest.publicKey());
            var key = wrap.unwrap(Kind.SIGNING, NOBODYS, id, latest.wrapped());
            mine = new Ready(id, KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key)));
            ready = mine;
        }
        return mine;
    }

    /** Of two nodes that make the first one at once, both take what one of them stored. */
    private void make() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        byte[] publicKey = pair.getPublic().getEncoded();
        byte[] wrapped = wrap.wrap(
                Kind.SIGNING, NOBODYS, idOf(publicKey), pair.getPrivate().getEncoded());
        int made = database.withoutOrganisation(jdbc -> jdbc.sql("""
                        INSERT INTO vault_signing_key (number, public_key, wrapped, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(FIRST, publicKey, wrapped, clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        if (made == 1) {
            known.put(idOf(publicKey), pair.getPublic());
        }
    }

    private List<Stored> stored() {
        return database.withoutOrganisation(Signing::read);
    }

    private static List<Stored> read(JdbcClient jdbc) {
        return jdbc.sql("SELECT public_key, wrapped, created_at FROM vault_signing_key ORDER BY number DESC")
                .query((row, n) -> new Stored(
                        row.getBytes("public_key"),
                        row.getBytes("wrapped"),
                        row.getObject("created_at", OffsetDateTime.class)))
                .list();
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException changed) {
            throw new Tampered("A public key of the key database is none: the row was changed.", changed);
        }
    }

    private static String idOf(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, hash.length / 2));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
