package com.qliento.trigger;

import com.qliento.organisation.OrganisationId;
import com.qliento.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what a caller shows against the secret. Compares in constant time. */
@Component
class ProofCheck {

    private static final String HMAC = "HmacSHA256";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String STANDARD_PREFIX = "whsec_";

    private final Secrets secrets;
    private final Clock clock;

    ProofCheck(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether it is proved; never when the secret is not there. */
    boolean holds(OrganisationId organisation, Proof proof, Arrived arrived) {
        if (proof.kind() == Proof.Kind.NONE) {
            return true;
        }
        var name = proof.secret();
        var secret = name == null ? null : secrets.find(organisation, name).orElse(null);
        if (secret == null) {
            return false;
        }
        var known = secret.reveal();
        return switch (proof.kind()) {
            case NONE -> true;
            case BEARER -> same("Bearer " + known, arrived.header().apply("Authorization"));
            case BASIC -> same("Basic " + base64(bytes(known)), arrived.header().apply("Authorization"));
            case HMAC -> signed(arrived, arrived.header().apply(String.valueOf(proof.header())), known);
            case GITHUB -> signed(arrived, arrived.header().apply("X-Hub-Signature-256"), known);
            case STRIPE -> stripe(arrived, known);
            case STANDARD_WEBHOOKS -> standard(arrived, known);
        };
    }

    /** The headers that a caller who knows the secret shows with this body; none when the secret is not there. */
    Map<String, String> shown(OrganisationId organisation, Proof proof, byte[] body) {
        var name = proof.secret();
        var secret = name == null ? null : secrets.find(organisation, name).orElse(null);
        if (secret == null) {
            return Map.of();
        }
        var known = secret.reveal();
        var now = Long.toString(clock.instant().getEpochSecond());
        return switch (proof.kind()) {
            case NONE -> Map.of();
            case BEARER -> Map.of("Authorization", "Bearer " + known);
            case BASIC -> Map.of("Authorization", "Basic " + base64(bytes(known)));
            case HMAC -> Map.of(String.valueOf(proof.header()), hex(hmac(bytes(known), body)));
            case GITHUB -> Map.of("X-Hub-Signature-256", "sha256=" + hex(hmac(bytes(known), body)));
            case STRIPE ->
                Map.of("Stripe-Signature", "t=" + now + ",v1=" + hex(hmac(bytes(known), joined(now + ".", body))));
            case STANDARD_WEBHOOKS ->
                Map.of(
                        "webhook-id",
                        "msg_" + now,
                        "webhook-timestamp",
                        now,
                        "webhook-signature",
                        "v1," + base64(hmac(standardKey(known), joined("msg_" + now + "." + now + ".", body))));
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean signed(Arrived arrived, @Nullable String signature, String secret) {
        if (signature == null) {
            return false;
        }
        var given = signature.strip().replaceFirst("(?i)^sha256=", "");
        var right = hmac(bytes(secret), arrived.body());
        return same(hex(right), given.toLowerCase(Locale.ROOT)) || same(base64(right), given);
    }

    /** {@code t=1492774577,v1=5257a8...}: of the time, a full stop and the body. */
    private boolean stripe(Arrived arrived, String secret) {
        var header = arrived.header().apply("Stripe-Signature");
        if (header == null) {
            return false;
        }
        var parts = Arrays.stream(header.split(",")).map(String::strip).toList();
        var time = parts.stream()
                .filter(part -> part.startsWith("t="))
                .map(part -> part.substring(2))
                .findFirst()
                .orElse("");
        var right = hex(hmac(bytes(secret), joined(time + ".", arrived.body())));
        return fresh(time)
                && anyOf(
                        parts,
                        part -> part.startsWith("v1=")
                                && same(right, part.substring(3).toLowerCase(Locale.ROOT)));
    }

    /** Of the id, the time and the body, with full stops between; the key is Base64, often behind {@code whsec_}. */
    private boolean standard(Arrived arrived, String secret) {
        var id = arrived.header().apply("webhook-id");
        var time = arrived.header().apply("webhook-timestamp");
        var signatures = arrived.header().apply("webhook-signature");
        if (id == null || time == null || signatures == null || !fresh(time)) {
            return false;
        }
        var right = "v1," + base64(hmac(standardKey(secret), joined(id + "." + time + ".", arrived.body())));
        return anyOf(Arrays.asList(signatures.split(" ")), given -> same(right, given));
    }

    private static byte[] standardKey(String secret) {
        var text = secret.startsWith(STANDARD_PREFIX) ? secret.substring(STANDARD_PREFIX.length()) : secret;
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException plain) {
            return bytes(secret);
        }
    }

    /** Looks at all, so that the time says nothing of which it was. */
    private static boolean anyOf(Iterable<String> all, Predicate<String> holds) {
        boolean found = false;
        for (var one : all) {
            found |= holds.test(one);
        }
        return found;
    }

    private boolean fresh(String seconds) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant());
            return age.abs().compareTo(FRESH) <= 0;
        } catch (RuntimeException none) {
            return false;
        }
    }

    private static byte[] joined(String before, byte[] body) {
        var first = bytes(before);
        var all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, HMAC));
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean same(String right, @Nullable String given) {
        return given != null && MessageDigest.isEqual(bytes(right), bytes(given));
    }
}
