package com.qliento.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who was given something of a person, and how far they are with what was done about it (GDPR Art. 17(2), 19).
 *
 * @param kind endpoint, system or carrier
 * @param endsAt until when they keep it by themselves; null when they are to be told
 * @param changedBy who noted the state; null when we did
 */
public record DataRecipient(
        UUID id,
        String kind,
        String name,
        State state,
        @Nullable Instant endsAt,
        @Nullable String changedBy,
        Instant changedAt) {

    /** How far they are. The words stand in rows and in certificates, and never change. */
    public enum State {
        /** The organisation has to tell them: we have no way to. */
        @JsonProperty("to-tell")
        TO_TELL("to-tell"),
        /** They were told, and nobody noted that they did it. */
        @JsonProperty("told")
        TOLD("told"),
        /** Somebody noted that they did it too. */
        @JsonProperty("confirmed")
        CONFIRMED("confirmed"),
        /** Somebody noted that they did not, as for a duty of theirs. */
        @JsonProperty("refused")
        REFUSED("refused"),
        /** They have no way to be told, and keep it until a time that is known. */
        @JsonProperty("ends")
        ENDS("ends");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst();
        }

        static State stored(String word) {
            return of(word).orElseThrow();
        }
    }

    /** Whether something is left to be done or waited for. */
    public boolean isOpen(Instant now) {
        return switch (state) {
            case TO_TELL, TOLD -> true;
            case ENDS -> endsAt == null || now.isBefore(endsAt);
            case CONFIRMED, REFUSED -> false;
        };
    }
}
