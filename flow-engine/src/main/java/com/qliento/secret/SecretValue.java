package com.qliento.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A secret, opened, or a text with secrets in it. Lives in memory only, for one call; neither its text nor its JSON shows it. */
public final class SecretValue {

    private final String value;

    SecretValue(String value) {
        this.value = value;
    }

    /** What it is. It goes out with the call and nowhere else: not into a log, an exception, an answer or a row. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValue secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for all: what is told of it tells nothing. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "SecretValue";
    }
}
