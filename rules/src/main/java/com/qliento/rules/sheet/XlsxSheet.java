package com.qliento.rules.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook that is not hidden. All that is written is text. */
final class XlsxSheet {

    /** Digits a spreadsheet program shows; those behind them are not what the person typed. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LARGEST_EXPONENT = 400;

    /** An underscore that a reader would take for the begin of such a character; they may overlap. */
    private static final Pattern TAKEN_FOR_NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** In a workbook a character may stand as its number, and a text that looks like it has to be written so. */
    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Formats of dates that are known by number alone. */
    private static final Pattern DATE_IDS = Pattern.compile("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");

    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymdhs]");
    private static final Pattern NO_FORMAT_LETTERS = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*\\]");

    private XlsxSheet() {}

    /** The first rows are heads: they are bold and stay when the others are scrolled. */
    static byte[] write(List<List<String>> rows, int heads) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Qliento", null)) {
            Worksheet sheet = workbook.newWorksheet("Table");
            int columns = rows.get(0).size();
            for (int column = 0; column < columns; column++) {
                sheet.width(column, column == 0 ? 16 : 24);
                sheet.style(column).format("@").wrapText(true).set();
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns; column++) {
                    cell(sheet, row, column, rows.get(row).get(column));
                }
            }
            sheet.range(0, 0, rows.size() - 1, columns - 1)
                    .style()
                    .format("@")
                    .wrapText(true)
                    .set();
            sheet.range(0, 0, 0, columns - 1).style().bold().set();
            sheet.range(1, 0, heads - 1, columns - 1)
                    .style()
                    .fontColor("5A6560")
                    .set();
            sheet.freezePane(1, heads);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(
                    row, column, TAKEN_FOR_NUMBERED.matcher(Guarded.typed(text)).replaceAll("_x005F_"));
        }
    }

    static Grid read(byte[] file) {
        byte[] checked = XlsxGuard.checked(file);
        var lines = new ArrayList<Grid.Line>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(checked), new ReadingOptions(true, false));
                Stream<Row> rows = seen(workbook).openStream()) {
            rows.forEach(row -> Grid.add(lines, line(row)));
        } catch (InvalidSheet refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw InvalidSheet.because("broken-workbook"); // what the library says may quote what stands in it
        }
        return new Grid(List.copyOf(lines), ' ');
    }

    /** The first sheet that its author sees; {@link XlsxBook} looks for the same. */
    private static Sheet seen(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(workbook::getFirstSheet);
    }

    private static Grid.Line line(Row row) {
        var cells = new ArrayList<Grid.Cell>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getCell(i), Grid.name(i, row.getRowNum())));
        }
        return new Grid.Line(row.getRowNum(), cells);
    }

    private static Grid.Cell cell(@Nullable Cell cell, String name) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Grid.Cell.NONE;
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, name);
            case BOOLEAN -> new Grid.Cell(Grid.Kind.BOOLEAN, String.valueOf(cell.asBoolean()));
            case ERROR -> throw InvalidSheet.at(name, "error-value");
            case FORMULA -> formula(cell, name);
            default -> Grid.Cell.text(back(cell.getRawValue()));
        };
    }

    /** What is written there, as it would stand in a CSV file; what it came to when the file was saved may be stale. */
    private static Grid.Cell formula(Cell cell, String name) {
        String formula = cell.getFormula();
        if (formula == null || formula.isBlank()) {
            throw InvalidSheet.at(name, "formula");
        }
        return Grid.Cell.text("=" + formula);
    }

    private static String back(@Nullable String written) {
        String text = written == null ? "" : written;
        String read = NUMBERED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return Guarded.back(read.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static Grid.Cell number(Cell cell, String name) {
        BigDecimal number = cell.asNumber();
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw InvalidSheet.at(name, "number-too-large");
        }
        if (date(cell)) {
            return new Grid.Cell(Grid.Kind.DATE, date(cell, name));
        }
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return XlsxFormat.cell(shown, cell.getDataFormatString(), cell.getDataFormatId());
    }

    private static boolean date(Cell cell) {
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        return format == null
                ? id != null && DATE_IDS.matcher(id.toString()).matches()
                : DATE_FORMAT
                        .matcher(NO_FORMAT_LETTERS.matcher(format).replaceAll(""))
                        .find();
    }

    private static String date(Cell cell, String name) {
        try {
            LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : String.format(Locale.ROOT, "%sT%tT", at.toLocalDate(), at);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException noDate) {
            throw InvalidSheet.at(name, "number-too-large");
        }
    }
}
