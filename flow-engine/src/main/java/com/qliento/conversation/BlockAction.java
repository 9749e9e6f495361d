package com.qliento.conversation;

import com.qliento.call.CallOutcome;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.database.RoundTrip;
import java.util.List;
import java.util.Map;

/** A block of a published flow, ready to run: texts and expressions compiled. Immutable, used by all conversations. */
public interface BlockAction {

    /** The flow has come to the block. */
    Outcome enter(Step step);

    /** Asks once more, after these words; never called for a block that does not wait. */
    default void again(Step step, PlatformReply words) {}

    /** Whether this is one of the choices that the block offers while it waits, tapped or written. */
    default boolean offers(Step step, Incoming message) {
        return false;
    }

    /** The customer wrote while the flow waits here; never called for a block that does not wait. */
    default Outcome answered(Step step) {
        return Outcome.GO_ON;
    }

    /**
     * What the block asked another system came to this; never called for a block that asks none, nor with
     * {@link CallOutcome.Again}.
     */
    default Outcome returned(Step step, CallOutcome outcome) {
        return Outcome.of(outcome);
    }

    /** Something of a feature's own that a block has written with its step, see {@link Step#does}. */
    interface Deed {

        /** What it is, a fixed word; whoever tries a flow reads the words of {@code try.did.} and this. */
        String kind();

        /** What of it to tell whoever tries the flow, put into those words. */
        List<String> told();

        /** What the customer says by it about the use of their data: it counts from now on, and is written with the step. */
        default Map<Purpose, Permit> permits() {
            return Map.of();
        }

        /** Adds its statements to the step's, in the open transaction of the organisation. */
        void write(RoundTrip trip);
    }
}
