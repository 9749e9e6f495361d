package com.qliento.rules.sheet;

import java.util.List;

/**
 * A sheet that was read as a table.
 *
 * @param dmn the model, ready for the usual check
 * @param changes what it changes in the table that was there, all added when there was none
 * @param understood the first cells that were not FEEL yet, and what was made of them
 * @param understoodCells how many there are of these
 * @param columns the sheet's letter of each column of the table, from its first
 * @param rows the sheet's number of each row of the table
 */
public record SheetModel(
        byte[] dmn,
        Changes changes,
        List<Understood> understood,
        int understoodCells,
        List<String> columns,
        List<Integer> rows) {

    /** Most cells that are told in {@link #understood}. */
    public static final int TOLD = 20;

    /** What a sheet changes: numbers of rows, headings of columns, and how the table decides. */
    public record Changes(
            int same,
            int changed,
            int added,
            int removed,
            List<String> columnsAdded,
            List<String> columnsRemoved,
            String policyBefore,
            String policy) {

        /** Whether the table stays as it is, the order of its rows aside. */
        public boolean none() {
            return changed + added + removed == 0
                    && columnsAdded.isEmpty()
                    && columnsRemoved.isEmpty()
                    && policyBefore.equals(policy);
        }
    }

    /** A cell such as {@code B7}, what stands in it, and what it means. */
    public record Understood(String cell, String written, String read) {}

    /** The cell of the sheet that a row and a column of the table came from, both from 1; empty when neither is known. */
    public String cell(int row, int column) {
        String letter = column >= 1 && column <= columns.size() ? columns.get(column - 1) : "";
        return letter + (row >= 1 && row <= rows.size() ? rows.get(row - 1) : letter.isEmpty() ? "" : "1");
    }

    @Override
    public String toString() {
        return "SheetModel";
    }
}
