package com.qliento.connector.whatsapp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A token of the Graph API. Never printed, neither by {@code toString} nor in an exception. */
public final class AccessToken {
    private final String authorization;

    /** @throws IllegalArgumentException if it is empty or has a character that cannot stand in a header */
    public AccessToken(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("an access token has visible ASCII characters only, and at least one");
        }
        this.authorization = "Bearer " + token;
    }

    String authorization() {
        return authorization;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessToken token && token.authorization.equals(authorization);
    }

    @Override
    public int hashCode() {
        return Objects.hash(authorization);
    }

    @Override
    public String toString() {
        return "AccessToken[...]";
    }
}
