package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Entry;
import com.qliento.rules.sheet.PlainTable.Role;
import com.qliento.rules.sheet.PlainTable.Row;
import java.util.List;

/**
 * Writes what is inside of a table.
 *
 * @param prefix of the file's names, with its colon; may be empty
 */
record TableOut(XmlOut out, String prefix) {

    void write(PlainTable table) {
        table.columns().forEach(this::column);
        table.rows().forEach(row -> row(row, table.columns()));
    }

    private void column(Column column) {
        switch (column.role()) {
            case WHEN -> {
                start("input").with("id", column.id()).with("label", column.label());
                start("inputExpression").with("typeRef", column.type());
                text(column.expression());
                end("inputExpression");
                values("inputValues", column.values());
                end("input");
            }
            case THEN -> {
                start("output")
                        .with("id", column.id())
                        .with("label", column.label())
                        .with("name", column.expression())
                        .with("typeRef", column.type());
                values("outputValues", column.values());
                values("defaultOutputEntry", column.otherwise());
                end("output");
            }
            case NOTE -> {
                if (!described(column)) {
                    start("annotation").attribute("name", column.label());
                    end("annotation");
                }
            }
        }
    }

    private static boolean described(Column column) {
        return column.expression().equals(PlainTable.DESCRIPTION);
    }

    private void row(Row row, List<Column> columns) {
        start("rule").with("id", row.id());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.NOTE
                    && described(columns.get(i))
                    && !row.text(i).isEmpty()) {
                start("description");
                out.text(row.text(i));
                end("description");
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            Entry entry = row.entries().get(i);
            switch (columns.get(i).role()) {
                case WHEN -> entry("inputEntry", entry);
                case THEN -> entry("outputEntry", entry);
                case NOTE -> {
                    if (!described(columns.get(i))) {
                        entry("annotationEntry", entry);
                    }
                }
            }
        }
        end("rule");
    }

    private void entry(String element, Entry entry) {
        start(element).with("id", entry.id());
        text(entry.text());
        end(element);
    }

    private void values(String element, String values) {
        if (!values.isEmpty()) {
            start(element);
            text(values);
            end(element);
        }
    }

    private void text(String text) {
        start("text");
        out.text(text);
        end("text");
    }

    private XmlOut start(String element) {
        return out.start(prefix + element);
    }

    private void end(String element) {
        out.end(prefix + element);
    }
}
