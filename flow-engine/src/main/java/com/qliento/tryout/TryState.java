package com.qliento.tryout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A try as it is now.
 *
 * @param startWords the words that start the flow, none when any message does
 * @param standsAt the elements at which the flow stands
 * @param path the elements that the last thing one did led through, in order
 * @param answers what the flow knows, by name; what it knew last when it has ended
 * @param explanations of the last thing one did
 * @param now by the clock of the try, which stands still but for skips
 * @param next the timer that is due next, or the end of the time it waits for another system; null when none waits
 */
public record TryState(
        Status status,
        Persona persona,
        List<String> startWords,
        List<Line> chat,
        List<String> standsAt,
        List<String> path,
        Map<String, Object> answers,
        List<Explanation> explanations,
        Instant now,
        @Nullable NextTimer next) {

    /** What the flow does. */
    public enum Status {
        /** It has not begun. */
        QUIET,
        /** It waits for the customer. */
        ASKING,
        /** It waits for time to pass. */
        WAITING,
        /** It waits for another system, whose answer whoever tries it gives; perhaps the customer is heard meanwhile. */
        CALLING,
        /** It has come to its end. */
        ENDED
    }

    /**
     * A timer.
     *
     * @param element whose; null when it is in a flow that this one starts
     * @param in how long until it is due
     */
    public record NextTimer(@Nullable String element, Duration in) {}

    @Override
    public String toString() {
        return "TryState[" + status + "]";
    }
}
