package com.qliento.rules.sheet;

import com.qliento.rules.sheet.LayoutReader.Layout;
import com.qliento.rules.sheet.LayoutWriter.Laid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Plain decision tables as spreadsheets. A plain table is a model of one decision by one table; more than that fits into
 * no sheet. Safe for many threads; keeps nothing.
 */
public final class Sheets {

    /** Bytes of a sheet. */
    public static final int LARGEST_FILE = SheetLimits.FILE;

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * The table of a model. Read again in place of the same table, the sheet gives the same texts and ids.
     *
     * @param language of the few words that say what a row or a column is
     * @throws InvalidSheet when it is more than a plain table, or has a cell that is too long for a sheet
     * @throws com.qliento.rules.decision.InvalidDecision when the file is no model
     */
    public byte[] write(byte[] dmn, SheetFormat format, Locale language) {
        PlainTable table = ModelReader.read(dmn).table();
        if (format == SheetFormat.CSV) {
            // A lone hyphen would be taken for a formula that is not finished.
            return CsvSheet.write(LayoutWriter.lay(table, language, "").rows());
        }
        Laid laid = LayoutWriter.lay(table, language, PlainTable.ANY);
        return XlsxSheet.write(laid.rows(), laid.heads());
    }

    /** A new model of a sheet, CSV or XLSX as its content says; throws {@link InvalidSheet}. */
    public SheetModel make(byte[] sheet, String name) {
        return make(sheet, name, Map.of());
    }

    /** The same with doubtful columns, by their letters in the sheet, meant as somebody says. */
    public SheetModel make(byte[] sheet, String name, Map<String, ColumnReading> said) {
        Layout layout = layout(sheet);
        return SheetTable.fresh(layout.settled(said), name).doubting(ColumnDoubts.of(layout, Set.of(), Map.of()));
    }

    /**
     * The model with the sheet's table in place of its own. Everything else stays: the decision, its other parts, and the
     * ids of rows that are the same or have the same conditions.
     *
     * @throws InvalidSheet when the sheet is no table or the model is more than one
     * @throws com.qliento.rules.decision.InvalidDecision when the file is no model
     */
    public SheetModel replace(byte[] dmn, byte[] sheet) {
        return replace(dmn, sheet, Map.of());
    }

    /** The same with doubtful columns, by their letters in the sheet, meant as somebody says. */
    public SheetModel replace(byte[] dmn, byte[] sheet, Map<String, ColumnReading> said) {
        PlainModel model = ModelReader.read(dmn);
        Layout layout = layout(sheet);
        Layout settled = layout.settled(said);
        return SheetTable.replacing(settled, model, dmn)
                .doubting(ColumnDoubts.of(
                        layout,
                        SheetColumns.numbers(settled, model.table().columns()),
                        SheetColumns.texts(layout, model.table())));
    }

    private static Layout layout(byte[] sheet) {
        if (sheet.length > LARGEST_FILE) {
            throw InvalidSheet.because("file-too-large", LARGEST_FILE / 1_000_000);
        }
        if (sheet.length == 0) {
            throw InvalidSheet.because("empty");
        }
        if (begins(sheet, OLD_OFFICE)) {
            throw InvalidSheet.because("old-or-locked");
        }
        boolean packed = begins(sheet, new byte[] {'P', 'K'});
        return LayoutReader.read(packed ? XlsxSheet.read(sheet) : CsvSheet.read(sheet));
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }
}
