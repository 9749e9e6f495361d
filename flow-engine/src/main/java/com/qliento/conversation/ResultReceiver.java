package com.qliento.conversation;

import com.qliento.database.RoundTrip;
import com.qliento.flow.LiveFlow;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what comes to a lane besides messages: the answer to a call, an event, another system's wish that a flow begins.
 * Results never pass the routing rules. One for each kind of result, in the feature that asked for it.
 */
public interface ResultReceiver {

    /** The kind of results that it understands. */
    String kind();

    /** Says what is to become of the result, in the open step. A throw tries again later; after the last try the flow is ended. */
    Fate take(Step step, Pending result);

    /** A run, a flow about nobody, is over in the open step; what is added is written with it. All receivers hear of it. */
    default void runEnds(RoundTrip trip, RunEnd end) {}

    /**
     * That a run is over.
     *
     * @param state ended, failed, or not-begun: there was no flow to begin
     */
    record RunEnd(Lane lane, UUID conversation, String state, Instant at) {}

    /** What becomes of a result. */
    sealed interface Fate {

        /** The flow went on with it. */
        Fate TAKEN = new Done(null);

        /** Nothing waits for it any more, and nothing has happened. */
        Fate LATE = new Done("late");
    }

    /**
     * It is done with.
     *
     * @param note what the trace says of it, before the result's kind; null for nothing
     */
    record Done(@Nullable String note) implements Fate {}

    /**
     * This flow begins with these values, by name.
     *
     * @param whenBusy what happens while another flow runs
     */
    record Begin(LiveFlow flow, Map<String, Object> values, WhenBusy whenBusy) implements Fate {

        /** Nothing of the values. */
        @Override
        public String toString() {
            return "Begin[" + flow.key() + "]";
        }
    }

    /** What happens to a flow that is to begin while another one runs. */
    enum WhenBusy {
        /** It waits until no flow runs. */
        WAIT,
        /** It ends the other. */
        INTERRUPT,
        /** It does not begin. */
        SKIP
    }
}
