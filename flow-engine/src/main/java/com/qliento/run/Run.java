package com.qliento.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as far as it has come.
 *
 * @param cause who began it: program, trigger, schedule or flow
 * @param causeId which trigger, schedule or run; null for a program
 * @param state waiting (it has not ended), ended, failed, or not-begun: its flow was not there any more
 * @param conversation where its way is noted; null until it has ended
 * @param answer null when it has answered nothing, or nobody can read it any more
 */
public record Run(
        UUID id,
        String flow,
        String cause,
        @Nullable UUID causeId,
        String state,
        @Nullable UUID conversation,
        @Nullable Answer answer,
        Instant recordedAt,
        @Nullable Instant endedAt) {

    /**
     * What it answers whoever began it.
     *
     * @param status of HTTP
     */
    public record Answer(int status, JsonNode value) {

        /** Nothing of the value. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * A step that it made.
     *
     * @param path elements it came to, and what happened there behind a colon
     */
    public record Way(Instant at, List<String> path) {}

    /** Whether nothing more comes of it that somebody could wait for. */
    public boolean settled() {
        return answer != null || endedAt != null;
    }
}
