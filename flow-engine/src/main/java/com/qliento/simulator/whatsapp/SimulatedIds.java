package com.qliento.simulator.whatsapp;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that look as Meta's do but are random: unlike Meta's, a message id here does not hold the customer's number. */
final class SimulatedIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SimulatedIds() {}

    static String message() {
        return "wamid." + Base64.getEncoder().encodeToString(random(33));
    }

    static String trace() {
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(16));
    }

    static String ticket() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(18));
    }

    /** Sixteen digits, as media and template ids have. */
    static String object() {
        return Long.toString(RANDOM.nextLong(1_000_000_000_000_000L, 10_000_000_000_000_000L));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
