package com.qliento.rules.sheet;

import java.util.List;

/**
 * What stands in a spreadsheet, rows that are not blank only.
 *
 * @param separator of a CSV file, a space for a workbook
 */
record Grid(List<Line> lines, char separator) {

    /** What a spreadsheet takes a cell for. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number whose format fills digits up or parts them, such as a postcode. */
        DIGITS,
        /** A number whose format shows hundredths. */
        PERCENT,
        /** A number whose format has a currency. */
        CURRENCY,
        BOOLEAN,
        DATE
    }

    /**
     * A cell.
     *
     * @param text what it says, a number or a date in the manner of FEEL
     * @param shown what its author sees, the same but for numbers with a format
     */
    record Cell(Kind kind, String text, String shown) {

        Cell(Kind kind, String text) {
            this(kind, text, text);
        }

        static final Cell NONE = new Cell(Kind.TEXT, "");

        static Cell text(String text) {
            return text.isEmpty() ? NONE : new Cell(Kind.TEXT, text);
        }

        /** Shows no text. */
        @Override
        public String toString() {
            return "Cell[" + kind + "]";
        }
    }

    /** A row and its number, from 1. */
    record Line(int number, List<Cell> cells) {

        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.NONE;
        }

        String text(int column) {
            return cell(column).text();
        }

        boolean blank() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }

        /** The last column with something in it, and one. */
        int width() {
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).text().isEmpty()) {
                width--;
            }
            return width;
        }
    }

    /** The name a spreadsheet gives a cell; the column counts from 0. */
    static String name(int column, int row) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString() + row;
    }

    /** Collects lines, and refuses what no table can be. */
    static void add(List<Line> lines, Line line) {
        if (line.blank()) {
            return;
        }
        if (lines.size() >= SheetLimits.ROWS + LayoutReader.MOST_HEADS) {
            throw InvalidSheet.at(name(0, line.number()), "too-many-rows", SheetLimits.ROWS);
        }
        if (line.width() > SheetLimits.COLUMNS + 1) {
            throw InvalidSheet.at(
                    name(SheetLimits.COLUMNS + 1, line.number()), "too-many-columns", SheetLimits.COLUMNS);
        }
        for (int i = 0; i < line.width(); i++) {
            check(line.text(i), i, line.number());
        }
        lines.add(new Line(line.number(), List.copyOf(line.cells().subList(0, line.width()))));
    }

    private static void check(String text, int column, int row) {
        if (text.length() > SheetLimits.CELL) {
            throw InvalidSheet.at(name(column, row), "cell-too-long", SheetLimits.CELL);
        }
        if (!text.codePoints().allMatch(Grid::readable)) {
            throw InvalidSheet.at(name(column, row), "bad-character");
        }
    }

    /** What XML 1.0 can hold. */
    private static boolean readable(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character > 0xFFFF;
    }
}
