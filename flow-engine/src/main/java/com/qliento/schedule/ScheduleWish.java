package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule is to be.
 *
 * @param whom null for nobody
 * @param values what the flow knows from its start, by name; the same each time
 * @param whenBusy what happens while another flow runs
 */
public record ScheduleWish(
        String name, String flowKey, @Nullable Whom whom, Rhythm rhythm, ObjectNode values, WhenBusy whenBusy) {

    /** Nothing of whom or what. */
    @Override
    public String toString() {
        return "ScheduleWish";
    }
}
