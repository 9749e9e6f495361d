package com.qliento.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger makes of something that was not really sent.
 *
 * @param phone whom its flow would be for; empty when that is not there, null when it is about nobody or nothing can be read
 * @param reference by which a flow is looked for that waits; empty when that is not there, null when a flow would begin
 * @param awaited whether a flow waits for that now
 * @param values what its flow would know, by name; what is not there is left out
 * @param refused why nothing would begin; null when the flow would
 */
public record HookReading(
        @Nullable String phone,
        @Nullable String reference,
        boolean awaited,
        ObjectNode values,
        @Nullable Problem refused) {

    static HookReading refused(ObjectNode nothing, Problem why) {
        return new HookReading(null, null, false, nothing, why);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "HookReading";
    }
}
