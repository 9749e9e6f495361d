package com.qliento.rules.sheet;

import java.util.List;
import java.util.Locale;

/**
 * A sheet that was read as a table.
 *
 * @param dmn the model, ready for the usual check
 * @param changes what it changes in the table that was there, all added when there was none
 * @param understood the first cells that were not FEEL yet, and what was made of them
 * @param understoodCells how many there are of these
 * @param doubts cells that may mean something else than they are taken for, one of a kind for each column
 * @param columns the sheet's letter of each column of the table, from its first
 * @param rows the sheet's number of each row of the table
 */
public record SheetModel(
        byte[] dmn,
        Changes changes,
        List<Understood> understood,
        int understoodCells,
        List<Doubt> doubts,
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

    /**
     * Something in a column that a sheet does not say.
     *
     * @param code stable, in kebab case
     * @param column its letter in the sheet
     * @param cell the first such cell
     * @param written what stands there
     * @param readings what it may mean, the first of them until somebody says; empty where there is nothing to choose
     */
    public record Doubt(String code, String column, String cell, String written, List<ColumnReading> readings) {

        public Doubt {
            readings = List.copyOf(readings);
        }

        /** What is taken for what: English, Spanish or Portuguese, English for any other language. */
        public String message(Locale language) {
            return SheetTexts.text("at", language, List.of(cell)) + " "
                    + SheetTexts.text("doubt." + code, language, List.of(written));
        }
    }

    /** The cell of the sheet that a row and a column of the table came from, both from 1; empty when neither is known. */
    public String cell(int row, int column) {
        String letter = column >= 1 && column <= columns.size() ? columns.get(column - 1) : "";
        return letter + (row >= 1 && row <= rows.size() ? rows.get(row - 1) : letter.isEmpty() ? "" : "1");
    }

    SheetModel doubting(List<Doubt> found) {
        return new SheetModel(dmn, changes, understood, understoodCells, List.copyOf(found), columns, rows);
    }

    @Override
    public String toString() {
        return "SheetModel";
    }
}
