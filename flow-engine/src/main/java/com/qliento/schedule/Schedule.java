package com.qliento.schedule;

import com.qliento.conversation.ResultReceiver.WhenBusy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flow that begins at times.
 *
 * @param channel on which number of the business; null for one about nobody
 * @param contact for whom; null for one about nobody
 * @param madeIn the key of the flow that wished for it while it ran; null when somebody set it up
 * @param next when it begins next; null while it is paused, and when it never will again
 * @param last what became of the latest time; null before the first
 */
public record Schedule(
        UUID id,
        String name,
        String flowKey,
        @Nullable UUID channel,
        @Nullable UUID contact,
        Rhythm rhythm,
        WhenBusy whenBusy,
        @Nullable String madeIn,
        boolean paused,
        @Nullable Instant next,
        Instant changedAt,
        String changedBy,
        @Nullable ScheduleRun last) {

    /** Where it stands. */
    public State state() {
        return paused ? State.PAUSED : next == null ? State.OVER : State.ON;
    }

    /** Where a schedule stands. */
    public enum State {
        /** It will begin its flow. */
        ON,
        /** Not until somebody lets it go on. */
        PAUSED,
        /** There are no more times. */
        OVER
    }
}
