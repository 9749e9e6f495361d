package com.qliento.rules.sheet;

/** The bounds of a spreadsheet, so that none takes much time or memory, whatever it was made for. */
final class SheetLimits {

    /** Bytes of a file. */
    static final int FILE = 8_000_000;

    /** Files inside of a workbook. */
    static final int ENTRIES = 500;

    /** Bytes of all files inside of a workbook, unpacked. */
    static final int UNPACKED = 48_000_000;

    /** Bytes that one packed byte may become, once there are more than {@link #RATIO_FROM}. */
    static final int RATIO = 200;

    static final int RATIO_FROM = 4_000_000;

    static final int ROWS = 5_000;
    static final int COLUMNS = 100;

    /** Characters of a cell; a spreadsheet program keeps no more. */
    static final int CELL = 32_767;

    private SheetLimits() {}
}
