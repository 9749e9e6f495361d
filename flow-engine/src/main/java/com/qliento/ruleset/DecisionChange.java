package com.qliento.ruleset;

/**
 * What differs between two versions of a decision.
 *
 * @param decision name of the decision or function
 * @param row from 1 in the newer version, in the older for one that is gone; 0 for what is in no row
 * @param column heading; empty for a whole row, a hit policy or an expression
 * @param before as it was; empty for what is new
 * @param after as it is; empty for what is gone
 */
public record DecisionChange(Kind kind, String decision, int row, String column, String before, String after) {

    /** What happened. */
    public enum Kind {
        CELL,
        HEADING,
        ROW_ADDED,
        ROW_REMOVED
    }
}
