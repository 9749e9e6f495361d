package com.qliento.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks Meta's signature without the code that made it, so that a mistake there is seen. */
final class WebhookSigning {
    private WebhookSigning() {}

    static boolean matches(String secret, String body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] expected = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return signature != null
                    && MessageDigest.isEqual(
                            expected, HexFormat.of().parseHex(signature.substring("sha256=".length())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
