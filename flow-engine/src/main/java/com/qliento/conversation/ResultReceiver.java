package com.qliento.conversation;

import com.qliento.inbox.Pending;

/**
 * Takes what a flow waits for besides messages: the answer to a call, an event. Results never pass the routing rules. One
 * for each kind of result, in the feature that asked for it.
 */
public interface ResultReceiver {

    /** The kind of results that it understands. */
    String kind();

    /**
     * Gives the result to the flow, in the open step; false when the flow waits for it no more, and nothing has happened
     * then. A throw tries again later; after the last try the flow is ended.
     */
    boolean take(Step step, Pending result);
}
