package com.qliento.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;

/** A table as it lies on paper: all rows at once, so that all are printed. */
class PaperTable extends NativeTable {

    PaperTable(String name, String... columns) {
        addClassName("q-paper-table");
        getElement().setAttribute("aria-label", name);
        var head = new NativeTableRow();
        Stream.of(columns).map(NativeTableHeaderCell::new).forEach(head::add);
        getHead().add(head);
    }

    final void row(Component... cells) {
        var row = new NativeTableRow();
        Stream.of(cells).map(NativeTableCell::new).forEach(row::add);
        getBody().add(row);
    }

    /** Rows that have their first cells in common. */
    final void rows(List<Component> common, List<List<Component>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = new NativeTableRow();
            if (i == 0) {
                common.forEach(cell -> row.add(spanning(cell, rows.size())));
            }
            rows.get(i).forEach(cell -> row.add(new NativeTableCell(cell)));
            getBody().add(row);
        }
    }

    private static NativeTableCell spanning(Component content, int rows) {
        var cell = new NativeTableCell(content);
        cell.setRowspan(rows);
        return cell;
    }

    /** One below the other; a dash for none. */
    static Component lines(Stream<String> lines) {
        var all = new Span();
        all.addClassName("q-paper-lines");
        lines.map(Span::new).forEach(all::add);
        if (all.getChildren().findAny().isEmpty()) {
            all.add(new Span("–"));
        }
        return all;
    }
}
