package com.qliento.ui.flow;

import com.qliento.flow.FlowArchive;
import com.qliento.flow.FlowBreaks;
import com.qliento.flow.FlowDependents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;

/** Takes a flow of the list out of sight, with a way back, or for ever; says before what stops working. */
final class FlowEnding {

    private final FlowArchive archive;
    private final FlowDependents dependents;
    private final FlowChange change;
    private final FlowMenu menu;

    FlowEnding(FlowArchive archive, FlowDependents dependents, FlowChange change, FlowMenu menu) {
        this.archive = archive;
        this.dependents = dependents;
        this.change = change;
        this.menu = menu;
    }

    void askToArchive() {
        var breaks = dependents.of(change.actor(), change.key());
        if (breaks.nothing()) {
            archive();
            return;
        }
        var ask = sure("flows.archive.title", "flows.archive.help", breaks);
        ask.setConfirmText(menu.getTranslation("flows.archive"));
        ask.addConfirmListener(confirmed -> archive());
        ask.open();
    }

    void bringBack() {
        change.make(menu, () -> archive.unarchive(change.actor(), change.key(), null));
    }

    private void archive() {
        change.make(menu, () -> {
            archive.archive(change.actor(), change.key());
            var undone = new Button(menu.getTranslation("flows.undo"));
            undone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            var note = new Notification();
            note.add(
                    new Paragraph(
                            menu.getTranslation("flows.archived", change.flow().name())),
                    undone);
            note.addClassName("q-undo");
            note.setDuration(FlowChange.UNDO_MILLIS);
            note.setPosition(Notification.Position.BOTTOM_START);
            undone.addClickListener(click -> {
                note.close();
                change.make(
                        menu,
                        () -> archive.unarchive(
                                change.actor(), change.key(), change.flow().liveVersion()));
            });
            note.open();
        });
    }

    void askToDelete() {
        var ask = sure("flows.delete.title", "flows.delete.help", dependents.of(change.actor(), change.key()));
        ask.setConfirmText(menu.getTranslation("flows.delete"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(confirmed -> change.make(menu, () -> {
            archive.delete(change.actor(), change.key());
            Notification.show(menu.getTranslation("flows.deleted", change.flow().name()));
        }));
        ask.open();
    }

    /** Says what stops working. */
    private ConfirmDialog sure(String title, String help, FlowBreaks breaks) {
        var ask = new ConfirmDialog();
        ask.setHeader(menu.getTranslation(title, change.flow().name()));
        var list = new UnorderedList();
        if (!breaks.keywords().isEmpty()) {
            list.add(new ListItem(menu.getTranslation("flows.breaks.keywords", String.join(", ", breaks.keywords()))));
        }
        if (breaks.anyMessage()) {
            list.add(new ListItem(menu.getTranslation("flows.breaks.any")));
        }
        if (!breaks.startedBy().isEmpty()) {
            list.add(new ListItem(menu.getTranslation("flows.breaks.started", String.join(", ", breaks.startedBy()))));
        }
        if (!breaks.begunBy().isEmpty()) {
            list.add(new ListItem(menu.getTranslation("flows.breaks.begun", String.join(", ", breaks.begunBy()))));
        }
        if (breaks.running() > 0) {
            list.add(new ListItem(menu.getTranslation("flows.breaks.running", breaks.running())));
        }
        ask.setText(new Div(new Paragraph(menu.getTranslation(help)), list));
        ask.setCancelable(true);
        ask.setCancelText(menu.getTranslation("editor.cancel"));
        return ask;
    }
}
