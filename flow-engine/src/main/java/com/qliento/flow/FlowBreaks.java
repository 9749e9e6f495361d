package com.qliento.flow;

import java.util.List;

/**
 * What stops working when a flow is archived or deleted.
 *
 * @param startedBy names of flows that start it, as drafts or live
 * @param begunBy names of schedules and triggers that begin it, and could not any more
 * @param keywords that nobody answers then; empty when it is not live
 * @param anyMessage whether messages that no keyword matches go to it
 * @param running conversations that are in it now
 */
public record FlowBreaks(
        List<String> startedBy, List<String> begunBy, List<String> keywords, boolean anyMessage, long running) {

    /** Whether nothing does. */
    public boolean nothing() {
        return startedBy.isEmpty() && begunBy.isEmpty() && keywords.isEmpty() && !anyMessage && running == 0;
    }
}
