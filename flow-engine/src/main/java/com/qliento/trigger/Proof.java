package com.qliento.trigger;

import com.qliento.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a caller shows that it may call.
 *
 * @param header the header that has the signature, of a plain HMAC; null for the others, which have their own
 * @param secret the name of the secret it is compared with; null when nothing is
 */
public record Proof(
        Kind kind, @Nullable String header, @Nullable String secret) {

    /** The ways there are. */
    public enum Kind {
        /** Nothing: the address itself is the proof. */
        NONE,
        /** {@code Authorization: Bearer} and the secret. */
        BEARER,
        /** {@code Authorization: Basic}; the secret is {@code user:password}. */
        BASIC,
        /** HMAC-SHA256 of the body in a header, hexadecimal or Base64, with or without {@code sha256=} before it. */
        HMAC,
        /** As GitHub signs: {@code X-Hub-Signature-256}. */
        GITHUB,
        /** As Stripe signs: {@code Stripe-Signature}, with a time that is at most five minutes old. */
        STRIPE,
        /** Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}. */
        STANDARD_WEBHOOKS;

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(@Nullable String text) {
            var all = Arrays.stream(values()).collect(Collectors.toMap(Kind::column, kind -> kind));
            var kind = text == null ? NONE : all.get(text);
            if (kind == null) {
                throw Problem.invalid(
                        "proof",
                        "A caller proves itself by one of: "
                                + Arrays.stream(values()).map(Kind::column).collect(Collectors.joining(", ")) + ".");
            }
            return kind;
        }
    }

    /** Refuses a proof that lacks what it needs. */
    public Proof {
        if (kind != Kind.NONE && (secret == null || secret.isBlank())) {
            throw Problem.invalid("secret", "Name the secret that the caller knows, as 'secret'.");
        }
        if (kind == Kind.HMAC && (header == null || !header.matches("[A-Za-z0-9-]{1,60}"))) {
            throw Problem.invalid("header", "Name the header that has the signature, such as X-Signature.");
        }
        header = kind == Kind.HMAC ? header : null;
        secret = kind == Kind.NONE ? null : secret;
    }

    @Override
    public String toString() {
        return "Proof[" + kind + "]";
    }
}
