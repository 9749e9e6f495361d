package com.qliento.request;

import com.qliento.guard.Field;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a server knows who asks: by a header field that a secret makes. */
enum AuthKind {
    NONE {
        @Override
        Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body) {
            return Optional.empty();
        }
    },
    /** {@code Authorization: Bearer SECRET}. */
    BEARER {
        @Override
        Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body) {
            return secret("Authorization", "Bearer " + secret);
        }
    },
    /** {@code Authorization: Basic} of a user's name and the secret; without a name the secret is both. */
    BASIC {
        @Override
        Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body) {
            var pair = auth.name().isEmpty() ? secret : auth.name() + ":" + secret;
            var packed = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return secret("Authorization", "Basic " + packed);
        }
    },
    /** The secret itself, in a header field of this name. */
    HEADER {
        @Override
        Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body) {
            return secret(auth.name().isEmpty() ? "X-Api-Key" : auth.name(), secret);
        }
    },
    /** HMAC-SHA256 of the body with the secret, in hexadecimal, in a header field of this name. */
    HMAC {
        @Override
        Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body) {
            return secret(auth.name().isEmpty() ? "X-Signature-256" : auth.name(), "sha256=" + hmac(secret, body));
        }
    };

    /** The field that goes out. */
    abstract Optional<Field> field(WrittenRequest.Auth auth, String secret, byte[] body);

    /** The field as people may see it. */
    Optional<Field> shown(WrittenRequest.Auth auth) {
        return field(auth, "", new byte[0])
                .map(field -> new Field(field.name(), this == BEARER ? "Bearer ••••" : "••••", true));
    }

    static AuthKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Optional<Field> secret(String name, String value) {
        return Optional.of(new Field(name, Place.HEADER.written(value), true));
    }

    private static String hmac(String secret, byte[] body) {
        if (secret.isEmpty()) {
            return "";
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", impossible);
        }
    }
}
