package com.qliento.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo organisation. The defaults are known to everybody, so they only do on this very machine. What
 * they say replaces what an earlier start has stored.
 *
 * @param enabled true unless a database of one's own is configured
 */
@ConfigurationProperties("qliento.demo")
record DemoSettings(
        boolean enabled,
        @DefaultValue(DemoSettings.KNOWN_EMAIL) String email,
        @DefaultValue(DemoSettings.KNOWN_PASSWORD) String password,
        @DefaultValue(DemoSettings.KNOWN_API_KEY) String apiKey,
        @DefaultValue("106540352242922") String phoneNumberId,
        @DefaultValue("102290129340398") String accountId,
        @DefaultValue("15550783881") String displayNumber,
        @DefaultValue(DemoSettings.KNOWN_SECRET) String appSecret,
        @DefaultValue(DemoSettings.KNOWN_VERIFY_TOKEN) String verifyToken) {

    static final String KNOWN_EMAIL = "demo@qliento.local";
    static final String KNOWN_PASSWORD = "demo";
    static final String KNOWN_API_KEY = "demo-api-key";
    static final String KNOWN_SECRET = "demo-app-secret";
    static final String KNOWN_VERIFY_TOKEN = "demo-verify";

    DemoSettings {
        filled("password", password);
        filled("api-key", apiKey);
        filled("app-secret", appSecret);
        filled("verify-token", verifyToken);
    }

    /** What is set to nothing would open to everybody who types nothing. */
    private static void filled(String setting, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("qliento.demo." + setting + " must not be empty");
        }
    }

    /** The settings that everybody knows who read the manual, by their names. */
    List<String> known() {
        var known = new ArrayList<String>();
        if (password.equals(KNOWN_PASSWORD)) {
            known.add("qliento.demo.password");
        }
        if (apiKey.equals(KNOWN_API_KEY)) {
            known.add("qliento.demo.api-key");
        }
        if (appSecret.equals(KNOWN_SECRET)) {
            known.add("qliento.demo.app-secret");
        }
        if (verifyToken.equals(KNOWN_VERIFY_TOKEN)) {
            known.add("qliento.demo.verify-token");
        }
        return known;
    }

    /** Whether the sign-in is the one of the manual, and so may be shown to whoever comes. */
    boolean signInKnown() {
        return email.equals(KNOWN_EMAIL) && password.equals(KNOWN_PASSWORD);
    }

    /** Whether the API key is the one of the manual. */
    boolean apiKeyKnown() {
        return apiKey.equals(KNOWN_API_KEY);
    }

    /** Shows no credentials. */
    @Override
    public String toString() {
        return "DemoSettings[enabled=" + enabled + "]";
    }
}
