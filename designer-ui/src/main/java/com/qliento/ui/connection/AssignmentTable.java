package com.qliento.ui.connection;

import com.qliento.account.Permission;
import com.qliento.channel.Connection;
import com.qliento.flow.FlowName;
import com.qliento.flow.LiveFlow;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** Which flow answers on which number; a press changes it. */
final class AssignmentTable extends Section {

    private final List<Connection> all;
    private final transient Numbers numbers;
    private final transient SignedIn signedIn;
    private final transient Map<String, String> names;
    private final transient Runnable changed;

    AssignmentTable(
            List<Connection> all, Numbers numbers, SignedIn signedIn, Map<String, String> names, Runnable changed) {
        this.all = all;
        this.numbers = numbers;
        this.signedIn = signedIn;
        this.names = names;
        this.changed = changed;
        addClassNames("q-card", "q-assignments");
        add(new H2(getTranslation("connections.where")), new Paragraph(getTranslation("connections.where.help")));
        var flows = numbers.assignments().startable(signedIn.actor());
        if (flows.isEmpty()) {
            add(new Paragraph(getTranslation("connections.starts.none")));
            return;
        }
        var table = new NativeTable();
        table.addClassName("q-table");
        table.getHead()
                .add(new NativeTableRow(
                        header("connections.flow"),
                        header("connections.numbers"),
                        header("connections.change.column")));
        flows.forEach(flow -> table.getBody().add(row(flow)));
        add(table);
    }

    private NativeTableHeaderCell header(String key) {
        return new NativeTableHeaderCell(new Span(getTranslation(key)));
    }

    private NativeTableRow row(LiveFlow flow) {
        var chosen = numbers.assignments().channelsOf(signedIn.actor(), flow.key());
        var name = names.getOrDefault(flow.key(), flow.key());
        var here = all.stream()
                .filter(number -> chosen.contains(number.id().value()))
                .toList();
        return new NativeTableRow(
                new NativeTableCell(new Anchor("flows/edit/" + flow.key(), name)),
                new NativeTableCell(where(chosen.isEmpty(), here)),
                new NativeTableCell(change(flow, name)));
    }

    private Component where(boolean everywhere, List<Connection> here) {
        if (everywhere) {
            return new Span(getTranslation("connections.everywhere"));
        }
        if (!here.isEmpty()) {
            return new Span(ConnectionsView.line(here));
        }
        var gone = new Span(getTranslation("connections.gone"));
        gone.addClassNames("q-state", "warn");
        return gone;
    }

    private Component change(LiveFlow flow, String name) {
        if (!signedIn.may(Permission.MANAGE_CONNECTIONS)) {
            return new Span();
        }
        var change = new Button(getTranslation("connections.change"), click -> new AssignDialog(
                        new FlowName(flow.key(), name), all, numbers.assignments(), signedIn, changed)
                .open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        change.setAriaLabel(getTranslation("connections.change.of", name));
        return change;
    }
}
