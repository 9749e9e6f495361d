package com.qliento.organisation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key; never the key.
 *
 * @param createdBy who made it: an account's id or a key's name; empty when the platform did
 * @param lastUsedAt to the hour; null when it was not used yet
 */
public record ApiKey(
        UUID id,
        String name,
        Set<KeyScope> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
