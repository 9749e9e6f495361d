package com.qliento.rules.decision;

import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table.
 *
 * @param decision name of the decision or function that holds the table
 * @param row from 1
 * @param rule id of the row in the file, null when it has none
 */
public record DecisionRow(
        String decision, int row, @Nullable String rule) {

    static DecisionRow of(TableLogic table, TableRow row) {
        return new DecisionRow(
                String.valueOf(table.place().decision()),
                row.rule().getIndex() + 1,
                row.rule().getId());
    }
}
