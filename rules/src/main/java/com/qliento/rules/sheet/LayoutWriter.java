package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A table as a sheet: the first row has the hit policy and the headings, a few rows below say what each column is, and
 * then comes a row for each rule, with its number in front.
 */
final class LayoutWriter {

    private final PlainTable table;
    private final Locale language;
    private final String any;
    private final List<List<String>> rows = new ArrayList<>();
    private int heads;

    private LayoutWriter(PlainTable table, Locale language, String any) {
        this.table = table;
        this.language = language;
        this.any = any;
    }

    /**
     * The cells, all rows of one length.
     *
     * @param heads how many rows come before the rules
     */
    record Laid(List<List<String>> rows, int heads) {}

    /**
     * Lays it out.
     *
     * @param any what stands for a condition that anything meets: FEEL's hyphen, or nothing
     */
    static Laid lay(PlainTable table, Locale language, String any) {
        var writer = new LayoutWriter(table, language, any);
        writer.write();
        return new Laid(writer.rows, writer.heads);
    }

    private void write() {
        head(new Policy(table.hitPolicy(), table.aggregation()).toString(), this::heading);
        head(
                SheetWord.COLUMN.in(language),
                column -> SheetWord.valueOf(column.role().name()).in(language));
        head(SheetWord.TYPE.in(language), Column::type);
        head(SheetWord.NAME.in(language), Column::expression);
        if (table.columns().stream().anyMatch(column -> !column.values().isEmpty())) {
            head(SheetWord.VALUES.in(language), Column::values);
        }
        if (table.columns().stream().anyMatch(column -> !column.otherwise().isEmpty())) {
            head(SheetWord.OTHERWISE.in(language), Column::otherwise);
        }
        heads = rows.size();
        for (Row rule : table.rows()) {
            var row = new ArrayList<String>();
            row.add(Integer.toString(rows.size() - heads + 1));
            for (int i = 0; i < table.columns().size(); i++) {
                row.add(cell(table.columns().get(i), rule.text(i)));
            }
            add(row);
        }
    }

    private String cell(Column column, String text) {
        return column.role() == PlainTable.Role.WHEN && text.equals(PlainTable.ANY) ? any : text;
    }

    private String heading(Column column) {
        return column.expression().equals(PlainTable.DESCRIPTION) && column.role() == PlainTable.Role.NOTE
                ? SheetWord.NOTE.in(language)
                : column.heading();
    }

    private void head(String first, Function<Column, String> cell) {
        var row = new ArrayList<String>();
        row.add(first);
        table.columns().stream().map(cell).forEach(row::add);
        add(row);
    }

    private void add(List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).length() >= SheetLimits.CELL) {
                throw InvalidSheet.at(Grid.name(i, rows.size() + 1), "cell-too-long", SheetLimits.CELL);
            }
        }
        rows.add(row);
    }
}
