package com.qliento.connector.whatsapp.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code X-Hub-Signature-256} of a webhook: {@code sha256=} and the HMAC-SHA256 of the raw body with the app secret, in hex.
 *
 * <p>It is over the bytes as received. A body that was parsed and written again does not match, because Meta escapes characters its own way.
 */
public final class Signature {
    /** Name of the HTTP header. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;

    private Signature() {}

    /**
     * Whether the header belongs to this body and secret. A missing or malformed header and an empty secret are false, never an exception.
     * The comparison takes the same time wherever the first difference is.
     */
    public static boolean matches(RawBody body, @Nullable String header, byte[] appSecret) {
        if (header == null || !isWellFormed(header) || appSecret.length == 0) {
            return false;
        }
        byte[] claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
        return MessageDigest.isEqual(claimed, hmac(body, appSecret));
    }

    /** Whether the header can be a signature at all: what is known before a body is read. */
    public static boolean isWellFormed(@Nullable String header) {
        return header != null
                && header.length() == PREFIX.length() + HEX_LENGTH
                && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                && header.chars().skip(PREFIX.length()).allMatch(HexFormat::isHexDigit);
    }

    /** The header value for a body. The secret must not be empty. */
    public static String sign(byte[] body, byte[] secret) {
        return PREFIX + HexFormat.of().formatHex(hmac(RawBody.of(body), secret));
    }

    /** The key bytes of an app secret as Meta shows it. */
    public static byte[] secretBytes(String appSecret) {
        return appSecret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(RawBody body, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return body.hmac(mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }
}
