package com.qliento.ui.connection;

import com.qliento.flow.FlowStart;
import com.qliento.flow.LiveFlow;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** Which word starts which flow on a number, and which flows would like to have it too. */
final class StartTable extends Div {

    private final transient Map<String, String> names;

    StartTable(List<FlowStart> starts, Map<String, String> names) {
        this.names = names;
        if (starts.isEmpty()) {
            add(new Paragraph(getTranslation("connections.starts.none")));
            return;
        }
        var table = new NativeTable();
        table.addClassName("q-table");
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(new Span(getTranslation("connections.says"))),
                        new NativeTableHeaderCell(new Span(getTranslation("connections.starts.flow"))),
                        new NativeTableHeaderCell(new Span(getTranslation("connections.conflict")))));
        starts.forEach(start -> table.getBody().add(row(start)));
        add(table);
    }

    private NativeTableRow row(FlowStart start) {
        var keyword = start.keyword();
        var says = new Span(keyword == null ? getTranslation("connections.any") : "“" + keyword + "”");
        says.addClassName("q-keyword");
        var row = new NativeTableRow(new NativeTableCell(says), new NativeTableCell(link(start.starts())));
        row.add(start.without().isEmpty() ? new NativeTableCell() : new NativeTableCell(conflict(start)));
        return row;
    }

    private Component conflict(FlowStart start) {
        var conflict = new Div(
                new Icon("alert"), new Span(getTranslation("connections.conflict.wins", name(start.starts())) + " "));
        for (var other : start.without()) {
            conflict.add(link(other));
        }
        conflict.addClassName("q-conflict");
        return conflict;
    }

    private Anchor link(LiveFlow flow) {
        return new Anchor("flows/edit/" + flow.key(), name(flow));
    }

    private String name(LiveFlow flow) {
        return names.getOrDefault(flow.key(), flow.key());
    }
}
