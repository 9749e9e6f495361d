package com.qliento.webhook;

import com.qliento.happening.HappeningKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation wants to be told what happens.
 *
 * @param address as it is called; may hold what only the two know, so it is shown to the organisation alone
 * @param content whether it is sent what customers write and are answered, besides ids and codes
 * @param off why it was switched off by us, and not by somebody; null when it was not
 * @param offAt when it was; null when it was not
 * @param failingSince since when all that was sent to it failed; null when the last was taken, or nothing was sent
 * @param changedBy the account's id of whoever made or changed it, or an API key's name
 */
public record WebhookEndpoint(
        UUID id,
        String address,
        Set<HappeningKind> kinds,
        boolean content,
        boolean enabled,
        @Nullable Off off,
        @Nullable Instant offAt,
        @Nullable Instant failingSince,
        Instant changedAt,
        String changedBy) {

    /** Why we switch one off. */
    public enum Off {
        /** Nothing that was sent was taken for three days. */
        FAILING,
        /** It said that it is not there any more (410). */
        GONE;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Off of(@Nullable String word) {
            return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The host, as people know it; of a service of this application its path. */
    public String server() {
        return EndpointAddress.server(address);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "WebhookEndpoint[" + id + "]";
    }
}
