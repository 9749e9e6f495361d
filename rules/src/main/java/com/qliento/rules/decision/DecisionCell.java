package com.qliento.rules.decision;

/**
 * A text of a decision model, by which two of its versions can be compared.
 *
 * @param decision name of the decision or function
 * @param rowKey what tells the row from others in every version: its id, else its number; empty for what is in no row
 * @param row from 1; 0 for what is in no row
 * @param columnKey what tells the column from others in every version
 * @param column its heading
 * @param text as it is written
 */
public record DecisionCell(String decision, String rowKey, int row, String columnKey, String column, String text) {

    /** The same place in every version. */
    public String place() {
        return decision + "\n" + rowKey + "\n" + columnKey;
    }

    /** Shows no text. */
    @Override
    public String toString() {
        return "DecisionCell[" + decision + ", " + row + "]";
    }
}
