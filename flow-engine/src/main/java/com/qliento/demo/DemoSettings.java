package com.qliento.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo organisation. The defaults are known to everybody, so they only do on this very machine.
 *
 * @param enabled true unless a database of one's own is configured
 */
@ConfigurationProperties("qliento.demo")
record DemoSettings(
        boolean enabled,
        @DefaultValue("demo@qliento.local") String email,
        @DefaultValue(DemoSettings.KNOWN_PASSWORD) String password,
        @DefaultValue(DemoSettings.KNOWN_API_KEY) String apiKey,
        @DefaultValue("106540352242922") String phoneNumberId,
        @DefaultValue("15550783881") String displayNumber,
        @DefaultValue("demo-app-secret") String appSecret,
        @DefaultValue("demo-verify") String verifyToken) {

    static final String KNOWN_PASSWORD = "demo";
    static final String KNOWN_API_KEY = "demo-api-key";
    static final String KNOWN_SECRET = "demo-app-secret";

    /** Whether anybody who read the manual could get in. */
    boolean credentialsKnown() {
        return password.equals(KNOWN_PASSWORD) || apiKey.equals(KNOWN_API_KEY) || appSecret.equals(KNOWN_SECRET);
    }

    /** Shows no credentials. */
    @Override
    public String toString() {
        return "DemoSettings[enabled=" + enabled + "]";
    }
}
