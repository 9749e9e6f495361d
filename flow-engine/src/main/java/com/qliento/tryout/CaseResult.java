package com.qliento.tryout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a case went.
 *
 * @param error why it could not be played; null when it could
 */
public record CaseResult(
        UUID id,
        String name,
        boolean passed,
        List<Compared> lines,
        @Nullable String error) {

    public CaseResult {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it, expected beside actual.
     *
     * @param expected what the customer or another system does, or what the flow should reply; null for a reply nobody
     *     expects, and for the answer that a flow waits for at the end and the case does not have
     * @param actual what the flow replied; null for what the customer or another system does, and for a reply that did
     *     not come; of an answer that the case does not have, whom the flow asks
     * @param right false also of an answer at a point where the flow asks nobody
     */
    public record Compared(
            CaseStep.Kind kind,
            @Nullable String expected,
            @Nullable String actual,
            boolean right) {

        @Override
        public String toString() {
            return "Compared[" + kind + ", " + right + "]";
        }
    }
}
