package com.qliento.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something besides a message that a lane is to take.
 *
 * @param id of what it is the result of: there is at most one of each
 * @param lane whose flow waits for it
 * @param source anything but {@link Source#MESSAGE}
 * @param kind a fixed word for who understands it; nothing personal
 * @param content sealed for a place of whoever understands it
 * @param at when it came
 */
public record Result(UUID id, Lane lane, Source source, String kind, byte[] content, Instant at) {

    /** Refuses a message: those come in by {@link Inbox#accept}. */
    public Result {
        if (source == Source.MESSAGE) {
            throw new IllegalArgumentException("a message is no result");
        }
    }

    @Override
    public String toString() {
        return "Result[" + id + "]";
    }
}
