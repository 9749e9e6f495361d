package com.qliento.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a lane wants next: another turn now, one later, or none until something arrives. */
public record LaneProgress(boolean again, @Nullable Instant notBefore) {

    private static final LaneProgress AGAIN = new LaneProgress(true, null);
    private static final LaneProgress IDLE = new LaneProgress(false, null);

    /** There may be more to handle right now. */
    public static LaneProgress more() {
        return AGAIN;
    }

    /** Nothing to do until a message arrives. */
    public static LaneProgress idle() {
        return IDLE;
    }

    /** There is something, to be handled at this time. */
    public static LaneProgress later(Instant time) {
        return new LaneProgress(true, time);
    }
}
