package com.qliento.audit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param sequence its place in the chain; null for the second in which it has none yet
 * @param hash of it in the chain, as hex; null as long
 * @param actor an account's id or a key's name; empty for the platform and for strangers
 * @param action see {@link AuditAction#code}
 * @param detail what else is known; null when it can't be opened any more
 */
public record AuditEntry(
        UUID id,
        @Nullable Long sequence,
        @Nullable String hash,
        Instant at,
        String actorKind,
        String actor,
        String action,
        String aboutKind,
        String about,
        @Nullable SortedMap<String, String> detail) {

    /** Without what was sealed. */
    @Override
    public String toString() {
        return "AuditEntry[" + id + "]";
    }
}
