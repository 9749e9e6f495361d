package com.qliento.rules.sheet;

import com.qliento.rules.sheet.SheetModel.Doubt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds cells that may mean something else than they are taken for. */
final class ColumnDoubts {

    /** A double, and so a spreadsheet program, keeps no more digits. */
    private static final int DIGITS = 15;

    private static final int LOOKED_AT = 100;
    private static final Set<String> DIGITS_ONLY = Set.of("leading-zeros", "long-digits", "fixed-digits");
    private static final String NUMBER = "-?\\d[\\d.,'’\\u00a0\\u202f ]*";
    private static final Pattern ZERO = Pattern.compile("[-+]?0\\d+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");
    private static final Pattern DECIMALS = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern SEPARATED =
            Pattern.compile("-?\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?|-?\\d+,\\d+");
    private static final String WITH_COMMA = "-?\\d{1,30}(?:,\\d{1,30})?";
    private static final Pattern COMMA = Pattern.compile("[<>=!]*\\s*" + WITH_COMMA + "|[\\[\\](]\\s*" + WITH_COMMA
            + "\\s*\\.\\.\\s*" + WITH_COMMA + "\\s*[\\[\\])]");
    private static final Pattern AROUND_COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final Pattern CURRENCY = Pattern.compile(
            "-?(?:\\p{Sc}|R\\$|[A-Z]{3})[\\s\\u00a0]?" + NUMBER + "|" + NUMBER + "[\\s\\u00a0]?(?:\\p{Sc}|[A-Z]{3})");
    private static final Pattern PERCENT = Pattern.compile(NUMBER + "[\\s\\u00a0]?%");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}(?:\\d{2})?");
    private static final Pattern FORMULA =
            Pattern.compile("=\\s*\\$?[A-Z]{1,3}(?:\\$?\\d+\\b.*|[A-Z]*\\(.*)", Pattern.DOTALL);
    private static final List<ColumnReading> AS_NUMBERS =
            List.of(ColumnReading.TEXT, ColumnReading.NUMBER_POINT, ColumnReading.NUMBER_COMMA);
    private static final List<ColumnReading> AS_DATES =
            List.of(ColumnReading.TEXT, ColumnReading.DAY_FIRST, ColumnReading.MONTH_FIRST);
    private static final List<ColumnReading> AS_COMMA = List.of(ColumnReading.TEXT, ColumnReading.NUMBER_COMMA);

    /** For cells that are digits in the file, whatever sign their author sees. */
    private static final List<ColumnReading> AS_DIGITS = List.of(ColumnReading.TEXT, ColumnReading.NUMBER_POINT);

    private static final List<ColumnReading> AS_AMOUNTS = List.of(ColumnReading.NUMBER_POINT, ColumnReading.TEXT);

    private final LayoutReader.Layout layout;
    private final Set<Integer> numbers;
    private final Map<Integer, Set<String>> known;
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<String> headings = new HashSet<>();

    private ColumnDoubts(LayoutReader.Layout layout, Set<Integer> numbers, Map<Integer, Set<String>> known) {
        this.layout = layout;
        this.numbers = numbers;
        this.known = known;
    }

    /**
     * The doubts of all columns, in their order, one of a kind for each.
     *
     * @param numbers places of columns that are of numbers whatever stands in them
     * @param known what stands in the columns of the table that was there, by their places in the sheet
     */
    static List<Doubt> of(LayoutReader.Layout layout, Set<Integer> numbers, Map<Integer, Set<String>> known) {
        var found = new ColumnDoubts(layout, numbers, known);
        layout.columns().forEach(found::look);
        return found.doubts;
    }

    /** Digits that are no amount: with a zero before them, or more than a number is good for. Never taken for numbers. */
    static boolean digits(String text) {
        return ZERO.matcher(text).matches()
                || (PLAIN.matcher(text).matches()
                        && text.chars().filter(Character::isDigit).count() > DIGITS);
    }

    /** One number with a decimal comma, alone or compared, or two numbers: only a blank behind the comma says two. */
    static boolean comma(String text) {
        return text.length() <= LOOKED_AT
                && text.indexOf(',') >= 0
                && COMMA.matcher(text.strip()).matches();
    }

    /** Whether it may be one in this column: files of countries that write such numbers are not parted by commas. */
    static boolean comma(String text, LayoutReader.Layout layout, LayoutReader.Told column) {
        boolean foreign = ";\t".indexOf(layout.separator()) >= 0;
        boolean open = column.type() == null || (foreign && column.type().equals("number"));
        return open && column.role() != PlainTable.Role.NOTE && comma(text);
    }

    /** Numbers such as 1.10 and 1.9: prices, where the zero says nothing, or versions, where it does. */
    static boolean versions(List<Grid.Cell> told) {
        List<String> texts = told.stream()
                .filter(cell -> cell.kind() == Grid.Kind.TEXT)
                .map(cell -> cell.text().strip())
                .filter(text -> DECIMALS.matcher(text).matches())
                .toList();
        return texts.stream().anyMatch(text -> text.endsWith("0"))
                && texts.stream().mapToInt(ColumnDoubts::decimals).distinct().count() > 1;
    }

    private static int decimals(String number) {
        return number.length() - number.indexOf('.') - 1;
    }

    private void look(LayoutReader.Told column) {
        if (!column.heading().isBlank() && !headings.add(column.heading().toLowerCase(Locale.ROOT))) {
            add("repeated-heading", column.at(), 1, column.heading(), List.of());
        }
        if (column.role() == PlainTable.Role.NOTE) {
            return;
        }
        var told = new HashSet<String>();
        for (Grid.Line line : layout.rows()) {
            Grid.Cell cell = line.cell(column.at());
            String text = cell.text().strip();
            String code = text.isEmpty() || text.length() > LOOKED_AT ? "" : code(cell, text, column);
            if (numbers.contains(column.at()) && DIGITS_ONLY.contains(code)) {
                code = ZERO.matcher(cell.shown().strip()).matches() ? "zeros-in-numbers" : "";
            }
            if (!code.isEmpty() && told.add(code)) {
                add(code, column.at(), line.number(), cell.shown().strip(), options(code, cell.kind()));
            }
        }
        versions(column);
    }

    private void versions(LayoutReader.Told column) {
        List<Grid.Cell> cells =
                layout.rows().stream().map(row -> row.cell(column.at())).toList();
        if (column.type() == null && !numbers.contains(column.at()) && versions(cells)) {
            layout.rows().stream()
                    .filter(row ->
                            DECIMALS.matcher(row.text(column.at()).strip()).matches())
                    .findFirst()
                    .ifPresent(row -> add(
                            "versions",
                            column.at(),
                            row.number(),
                            row.text(column.at()).strip(),
                            AS_DIGITS));
        }
    }

    private String code(Grid.Cell cell, String text, LayoutReader.Told column) {
        if (cell.kind() != Grid.Kind.TEXT) {
            return ofWorkbook(cell, text, column.type() == null);
        }
        if (FORMULA.matcher(text).matches()) {
            return "formula-cell";
        }
        boolean stays = known.getOrDefault(column.at(), Set.of()).contains(cell.text());
        if (comma(text, layout, column)) {
            return stays ? "" : thousands(text) ? "separators" : "decimal-comma";
        }
        return column.type() == null ? ofText(text) : "";
    }

    private static String ofWorkbook(Grid.Cell cell, String text, boolean open) {
        boolean number = cell.kind() != Grid.Kind.DATE && cell.kind() != Grid.Kind.BOOLEAN;
        if (number && text.chars().filter(Character::isDigit).count() >= DIGITS) {
            return "digits-lost";
        }
        return !open
                ? ""
                : switch (cell.kind()) {
                    case DIGITS -> "fixed-digits";
                    case PERCENT -> "percent";
                    case CURRENCY -> "currency";
                    default -> "";
                };
    }

    private static boolean thousands(String text) {
        return AROUND_COMMA.matcher(text).results().allMatch(pair -> THOUSANDS
                .matcher(pair.group())
                .matches());
    }

    private static String ofText(String text) {
        if (digits(text)) {
            return ZERO.matcher(text).matches() ? "leading-zeros" : "long-digits";
        }
        if (PERCENT.matcher(text).matches()) {
            return "percent";
        }
        if (CURRENCY.matcher(text).matches()) {
            return "currency";
        }
        if (DATE.matcher(text).matches()) {
            return "dates";
        }
        return SEPARATED.matcher(text).matches() && !PLAIN.matcher(text).matches() ? "separators" : "";
    }

    private static List<ColumnReading> options(String code, Grid.Kind kind) {
        return switch (code) {
            case "percent", "currency" -> kind == Grid.Kind.TEXT ? AS_NUMBERS : AS_AMOUNTS;
            case "separators" -> AS_NUMBERS;
            case "decimal-comma" -> AS_COMMA;
            case "fixed-digits" -> AS_DIGITS;
            case "dates" -> AS_DATES;
            default -> List.of();
        };
    }

    private void add(String code, int at, int row, String text, List<ColumnReading> options) {
        String cell = Grid.name(at, row);
        doubts.add(new Doubt(code, cell.replaceAll("\\d", ""), cell, text, options));
    }
}
