package com.qliento.vault.spi;

import org.jspecify.annotations.Nullable;

/**
 * Something of a person that can be corrected (GDPR Art. 16).
 *
 * @param name of an answer; null for a field that each has once
 */
public record PersonalField(Kind kind, @Nullable String name) {

    /** What kind of field. The words stand in rows and never change. */
    public enum Kind {
        /** How they are called. */
        NAME("name"),
        /** The number they are reached at: digits only, with the country. */
        PHONE("phone"),
        /** An answer to a flow, by its name. */
        ANSWER("answer");

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
