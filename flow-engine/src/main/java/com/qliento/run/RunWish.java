package com.qliento.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a flow about nobody begins.
 *
 * @param values what it knows from its start, by name
 * @param cause who wishes it
 */
public record RunWish(String flowKey, ObjectNode values, Cause cause) {

    /**
     * Who wishes a run.
     *
     * @param kind program, trigger, schedule or flow
     * @param id of the trigger, the schedule or the conversation; null for a program
     */
    public record Cause(String kind, @Nullable UUID id) {

        /** A program, over REST. */
        public static final Cause PROGRAM = new Cause("program", null);
    }

    /** Nothing of the values. */
    @Override
    public String toString() {
        return "RunWish[" + flowKey + "]";
    }
}
