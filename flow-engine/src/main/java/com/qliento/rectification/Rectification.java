package com.qliento.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction that was asked for of something that is kept of a person. In memory only, for as long as it takes; its text
 * shows nothing of them.
 *
 * @param field name, phone or answer
 * @param name of the answer; null for another field
 * @param before what was kept when it was asked for; null for nothing, or when it can't be read
 * @param proposed what is right, as they say; null when it can't be read
 * @param evidence what shows it, in words; null when it can't be read
 * @param askedBy an account's id, or the name of a program's key
 * @param restriction what keeps their data from being used until it is decided
 * @param decidedBy null until it is decided
 * @param reason why it was decided so; null until then, and when it can't be read
 * @param unreadable why some of it can't be read; null when all can
 */
public record Rectification(
        UUID id,
        UUID contact,
        String field,
        @Nullable String name,
        @Nullable String before,
        @Nullable String proposed,
        @Nullable String evidence,
        State state,
        String askedBy,
        Instant askedAt,
        UUID restriction,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String unreadable) {

    /** Where it stands. */
    public enum State {
        /** Somebody has to decide; their data is not used until then. */
        @JsonProperty("asked")
        ASKED,
        /** What is right is kept now. */
        @JsonProperty("applied")
        APPLIED,
        /** What was kept stays, with the note that they dispute it. */
        @JsonProperty("refused")
        REFUSED,
        /** It ended undecided, as the person is being erased. */
        @JsonProperty("ended")
        ENDED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "Rectification[" + id + "]";
    }
}
