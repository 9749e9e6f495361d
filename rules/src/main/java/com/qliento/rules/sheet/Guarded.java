package com.qliento.rules.sheet;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet program would run: one that begins like a formula gets an apostrophe, which is taken off when
 * the sheet comes back.
 */
final class Guarded {

    private static final String FORMULA = "(?:[\\t\\r\\n]|\\s*[=+\\-@＝＋－＠])";
    private static final Pattern RISKY = Pattern.compile("(?s)'*" + FORMULA + ".*");
    private static final Pattern WRITTEN = Pattern.compile("(?s)'+" + FORMULA + ".*");

    private Guarded() {}

    /** For a file whose cells have no type: anything may be taken for a formula. */
    static String plain(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** For a file whose cells are texts: only what would be taken for a guard has to have one. */
    static String typed(String cell) {
        return WRITTEN.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell as it was. */
    static String back(String written) {
        return WRITTEN.matcher(written).matches() ? written.substring(1) : written;
    }
}
