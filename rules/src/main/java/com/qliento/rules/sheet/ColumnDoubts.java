package com.qliento.rules.sheet;

import com.qliento.rules.sheet.SheetModel.Doubt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds cells that may mean something else than they are taken for. */
final class ColumnDoubts {

    /** A double, and so a spreadsheet program, keeps no more digits. */
    private static final int DIGITS = 15;

    private static final int LOOKED_AT = 100;
    private static final Set<String> DIGITS_ONLY = Set.of("leading-zeros", "long-digits");
    private static final String NUMBER = "-?\\d[\\d.,'’\\u00a0\\u202f ]*";
    private static final Pattern ZERO = Pattern.compile("[-+]?0\\d+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");
    private static final Pattern DECIMALS = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern SEPARATED =
            Pattern.compile("-?\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?|-?\\d+,\\d+");
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
    private static final List<ColumnReading> AS_VERSIONS = List.of(ColumnReading.TEXT, ColumnReading.NUMBER_POINT);

    private final LayoutReader.Layout layout;
    private final Set<Integer> numbers;
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<String> headings = new HashSet<>();

    private ColumnDoubts(LayoutReader.Layout layout, Set<Integer> numbers) {
        this.layout = layout;
        this.numbers = numbers;
    }

    /**
     * The doubts of all columns, in their order, one of a kind for each.
     *
     * @param numbers places of columns that are of numbers whatever stands in them
     */
    static List<Doubt> of(LayoutReader.Layout layout, Set<Integer> numbers) {
        var found = new ColumnDoubts(layout, numbers);
        layout.columns().forEach(found::look);
        return found.doubts;
    }

    /** Digits that are no amount: with a zero before them, or more than a number is good for. Never taken for numbers. */
    static boolean digits(String text) {
        return ZERO.matcher(text).matches()
                || (PLAIN.matcher(text).matches()
                        && text.chars().filter(Character::isDigit).count() > DIGITS);
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
        boolean open = column.type() == null;
        Set<String> told = new HashSet<>();
        for (Grid.Line line : layout.rows()) {
            Grid.Cell cell = line.cell(column.at());
            String text = cell.text().strip();
            String code = text.isEmpty() || text.length() > LOOKED_AT ? "" : code(cell, text, open);
            if (numbers.contains(column.at()) && DIGITS_ONLY.contains(code)) {
                code = code.equals("leading-zeros") ? "zeros-in-numbers" : "";
            }
            if (!code.isEmpty() && told.add(code)) {
                add(code, column.at(), line.number(), text, options(code));
            }
        }
        List<Grid.Cell> cells =
                layout.rows().stream().map(row -> row.cell(column.at())).toList();
        if (open && !numbers.contains(column.at()) && versions(cells)) {
            layout.rows().stream()
                    .filter(row ->
                            DECIMALS.matcher(row.text(column.at()).strip()).matches())
                    .findFirst()
                    .ifPresent(row -> add(
                            "versions",
                            column.at(),
                            row.number(),
                            row.text(column.at()).strip(),
                            AS_VERSIONS));
        }
    }

    private static String code(Grid.Cell cell, String text, boolean open) {
        if (cell.kind() == Grid.Kind.NUMBER) {
            return text.chars().filter(Character::isDigit).count() >= DIGITS ? "digits-lost" : "";
        }
        if (cell.kind() != Grid.Kind.TEXT) {
            return "";
        }
        if (FORMULA.matcher(text).matches()) {
            return "formula-cell";
        }
        if (!open) {
            return "";
        }
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

    private static List<ColumnReading> options(String code) {
        return switch (code) {
            case "percent", "currency", "separators" -> AS_NUMBERS;
            case "dates" -> AS_DATES;
            default -> List.of();
        };
    }

    private void add(String code, int at, int row, String text, List<ColumnReading> options) {
        String cell = Grid.name(at, row);
        doubts.add(new Doubt(code, cell.replaceAll("\\d", ""), cell, text, options));
    }
}
