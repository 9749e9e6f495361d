package com.qliento.vault.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who was given something of a person (GDPR Art. 19).
 *
 * @param name how the organisation knows them, such as a host; nothing of the person
 * @param keeps how long they keep it by themselves and no longer; null when the organisation has to tell them
 * @param latest when they were given something last
 */
public record PersonalRecipient(
        Kind kind, String name, @Nullable Duration keeps, Instant latest) {

    /** What kind of recipient it is. The words stand in rows and in certificates, and never change. */
    public enum Kind {
        /** An endpoint of the organisation's own, which hears events. */
        ENDPOINT("endpoint"),
        /** A system that a flow asked. */
        SYSTEM("system"),
        /** Whoever carries the messages. */
        CARRIER("carrier");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }
}
