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
     * @param expected what the customer does, or what the flow should reply; null for a reply nobody expects
     * @param actual what the flow replied; null for what the customer does, and for a reply that did not come
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
