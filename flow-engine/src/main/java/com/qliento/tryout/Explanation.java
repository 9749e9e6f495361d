package com.qliento.tryout;

import com.qliento.bpmn.Way;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a flow went where it went, at one element.
 *
 * @param heard what the customer wrote; empty when that played no part
 * @param value the answer or value that came of it
 * @param ways of a decision, those that were looked at, in that order
 */
public record Explanation(
        String element, Kind kind, String heard, @Nullable Object value, List<Looked> ways) {

    /** What was decided. */
    public enum Kind {
        /** Which arrow to take. */
        WAY,
        /** That the message is an answer, and which. */
        UNDERSTOOD,
        /** That the message is no answer to the question. */
        NOT_UNDERSTOOD,
        /** What a value is. */
        VALUE
    }

    /**
     * An arrow that was looked at.
     *
     * @param taken whether it is the one
     * @param named the values its condition names, those that there are
     */
    public record Looked(Way way, boolean taken, Map<String, Object> named) {

        @Override
        public String toString() {
            return "Looked[" + way.id() + "]";
        }
    }

    @Override
    public String toString() {
        return "Explanation[" + element + ", " + kind + "]";
    }
}
