package com.qliento.rules.decision;

import org.jspecify.annotations.Nullable;

/**
 * Where in a decision model.
 *
 * @param decision name of the decision or the function, null for the model as a whole
 * @param element id of the nearest element of the file, a cell where it has one; null when nothing has an id
 * @param row of a decision table, from 1; 0 for none
 * @param column of a decision table, from 1, outputs after inputs; 0 for none
 * @param heading of the column as the table shows it, null for none
 */
public record DecisionPlace(
        @Nullable String decision,
        @Nullable String element,
        int row,
        int column,
        @Nullable String heading) {

    static final DecisionPlace MODEL = new DecisionPlace(null, null, 0, 0, null);

    static DecisionPlace of(@Nullable String decision, @Nullable String element) {
        return new DecisionPlace(decision, element, 0, 0, null);
    }

    /** A column's heading: its expression, its allowed values, its default. */
    DecisionPlace column(int number, String heading, @Nullable String id) {
        return new DecisionPlace(decision, id == null ? element : id, 0, number, heading);
    }

    DecisionPlace row(int number, @Nullable String id) {
        return new DecisionPlace(decision, id == null ? element : id, number, 0, null);
    }

    DecisionPlace cell(DecisionPlace column, @Nullable String id) {
        return new DecisionPlace(decision, id == null ? element : id, row, column.column, column.heading);
    }
}
