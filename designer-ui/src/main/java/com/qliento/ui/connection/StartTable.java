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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which word starts which flow on a number, and which flows would like to have it too. */
final class StartTable extends Div {

    /** Words of one flow that nobody else wants, or the same others, are told together. */
    private record Together(boolean any, LiveFlow starts, List<LiveFlow> without) {}

    private final transient Map<String, String> names;

    StartTable(List<FlowStart> starts, Map<String, String> names) {
        this.names = names;
        if (starts.isEmpty()) {
            add(new Paragraph(getTranslation("connections.starts.none")));
            return;
        }
        var together = new LinkedHashMap<Together, List<FlowStart>>();
        starts.forEach(start -> together.computeIfAbsent(
                        new Together(start.keyword() == null, start.starts(), start.without()),
                        key -> new ArrayList<>())
                .add(start));
        boolean conflicts = starts.stream().anyMatch(start -> !start.without().isEmpty());
        var head = new NativeTableRow(
                new NativeTableHeaderCell(new Span(getTranslation("connections.says"))),
                new NativeTableHeaderCell(new Span(getTranslation("connections.starts.flow"))));
        if (conflicts) {
            head.add(new NativeTableHeaderCell(new Span(getTranslation("connections.conflict"))));
        }
        var table = new NativeTable();
        table.addClassName("q-table");
        table.getHead().add(head);
        together.values().forEach(same -> table.getBody().add(row(same, conflicts)));
        add(table);
    }

    private NativeTableRow row(List<FlowStart> same, boolean conflicts) {
        var start = same.get(0);
        var says = new Span(same.stream().map(this::said).collect(Collectors.joining(", ")));
        says.addClassName("q-keyword");
        var row = new NativeTableRow(new NativeTableCell(says), new NativeTableCell(link(start.starts())));
        if (conflicts) {
            row.add(start.without().isEmpty() ? new NativeTableCell() : new NativeTableCell(conflict(start)));
        }
        return row;
    }

    private String said(FlowStart start) {
        return start.keyword() == null ? getTranslation("connections.any") : "“" + start.keyword() + "”";
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
