package com.qliento.access;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Addresses and codes of links, and what is kept of them. */
@Component
class LinkSecrets {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Without signs that look like others. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int HALF = 4;
    private static final int LONGEST_CODE = 40;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    LinkSecrets(Vault vault) {
        this.vault = vault;
    }

    String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Eight signs: with five tries, one in 170 billion guesses its way in. */
    String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            code.append(i == HALF ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** Whether an address could have this in it; asked before anything is looked for. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is kept of a code: nothing that could be tried out without the pepper. However it is written down. */
    byte[] hash(OrganisationId organisation, UUID link, String code) {
        var shortened = code.substring(0, Math.min(code.length(), LONGEST_CODE));
        var plain = shortened.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return vault.index(organisation, "package link", link + " " + plain).bytes();
    }
}
