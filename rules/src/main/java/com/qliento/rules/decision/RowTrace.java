package com.qliento.rules.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that was looked at, and why it did not match.
 *
 * @param decision name of the decision or function that holds the table
 * @param row from 1
 * @param rule id of the row in the file, null when it has none
 * @param missed places of the conditions that were not met; none for a row that matched
 */
public record RowTrace(String decision, int row, @Nullable String rule, List<DecisionPlace> missed) {

    public RowTrace {
        missed = List.copyOf(missed);
    }

    public boolean matched() {
        return missed.isEmpty();
    }
}
