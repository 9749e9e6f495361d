package com.qliento.erasure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks a certificate with nothing but a public key: no database, no network, no Qliento that made it. */
public final class CertificateCheck {

    private CertificateCheck() {}

    /**
     * What came of it.
     *
     * @param problem why it is not to be trusted, in a sentence; null when it is
     * @param content what it says, as JSON; null when it is not to be trusted
     */
    public record Outcome(
            @Nullable String problem, @Nullable String content) {

        /** Whether whoever has the key signed exactly this. */
        public boolean isGood() {
            return problem == null;
        }
    }

    /**
     * Checks it.
     *
     * @param envelope the certificate's text, to the letter; a line's end behind it does no harm
     * @param publicKey an Ed25519 key as X.509 in base64, as the interface gives it
     */
    public static Outcome check(String envelope, String publicKey) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey.strip());
            var opened = CertificateEnvelope.open(envelope.stripTrailing());
            if (!opened.key().equals(idOf(encoded))) {
                return new Outcome("It was signed with another key (" + opened.key() + ").", null);
            }
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key(encoded));
            check.update(CertificateEnvelope.signedBytes(opened.payload()));
            if (!check.verify(opened.signature())) {
                return new Outcome("The signature does not fit: something of it was altered.", null);
            }
            return new Outcome(null, opened.content().toPrettyString());
        } catch (IOException altered) {
            return new Outcome("It is no certificate of ours, or something of it was altered.", null);
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            return new Outcome("The public key is none, or the signature is not one of such a key.", null);
        }
    }

    private static PublicKey key(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String idOf(byte[] encoded) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded);
        return HexFormat.of().formatHex(Arrays.copyOf(hash, hash.length / 2));
    }
}
