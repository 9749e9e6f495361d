package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.ShelvedFlow;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;

/** What can be done with a flow in the list. */
final class FlowMenu extends MenuBar {

    private static final int UNDO_MILLIS = 10_000;

    private final transient FlowLibrary library;
    private final transient SignedIn signedIn;
    private final transient ShelvedFlow flow;
    private final SerializableRunnable changed;

    /** @param changed shows the list anew */
    FlowMenu(GalleryDialog.Shop shop, SignedIn signedIn, ShelvedFlow flow, SerializableRunnable changed) {
        this.library = shop.library();
        this.signedIn = signedIn;
        this.flow = flow;
        this.changed = changed;
        addClassName("q-flow-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
        var more = addItem(new Icon("ellipsis"));
        more.setAriaLabel(getTranslation("flows.menu", flow.name()));
        var items = more.getSubMenu();
        if (signedIn.may(Permission.BUILD)) {
            items.addItem(getTranslation("flows.rename"), click -> rename());
            items.addItem(getTranslation("flows.tags"), click -> tag());
            items.addItem(getTranslation("flows.duplicate"), click -> duplicate());
        }
        var export = new FlowExport(shop.flows(), signedIn, flow);
        items.addItem(getTranslation("flows.export"), click -> {
            // A menu bar keeps no child of its own, and the list stays as it is.
            getParent().ifPresent(card -> card.getElement().appendChild(export.getElement()));
            export.start();
        });
        if (signedIn.may(flow.liveVersion() == null ? Permission.BUILD : Permission.PUBLISH)) {
            if (flow.archivedAt() == null) {
                items.addItem(getTranslation("flows.archive"), click -> askToArchive());
            } else {
                items.addItem(
                        getTranslation("flows.unarchive"),
                        click -> act(() -> library.unarchive(signedIn.actor(), flow.key(), null)));
            }
            items.addItem(getTranslation("flows.delete"), click -> askToDelete());
        }
    }

    private void rename() {
        ask("flows.rename", "flows.name", flow.name(), name -> library.rename(signedIn.actor(), flow.key(), name));
    }

    private void tag() {
        ask(
                "flows.tags",
                "flows.tags.help",
                String.join(", ", flow.tags()),
                words -> library.tag(signedIn.actor(), flow.key(), List.of(words.split(","))));
    }

    private void duplicate() {
        act(() -> {
            var name = getTranslation("flows.copy", flow.name());
            library.duplicate(signedIn.actor(), flow.key(), library.freeKey(signedIn.actor(), name), name);
            Notification.show(getTranslation("flows.duplicated", name));
        });
    }

    private void ask(String title, String label, String value, SerializableConsumer<String> answered) {
        var dialog = new Dialog(getTranslation(title));
        var field = new TextField(getTranslation(label));
        field.setValue(value);
        field.setWidth("min(360px, 80vw)");
        dialog.add(field);
        var yes = new Button(getTranslation("flows.save"), click -> {
            dialog.close();
            act(() -> answered.accept(field.getValue()));
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.getFooter().add(new Button(getTranslation("editor.cancel"), click -> dialog.close()), yes);
        dialog.open();
        field.focus();
    }

    private void askToArchive() {
        var breaks = library.whatBreaks(signedIn.actor(), flow.key());
        if (breaks.nothing()) {
            archive();
            return;
        }
        var ask = sure("flows.archive.title", "flows.archive.help", breaks);
        ask.setConfirmText(getTranslation("flows.archive"));
        ask.addConfirmListener(confirmed -> archive());
        ask.open();
    }

    private void archive() {
        act(() -> {
            library.archive(signedIn.actor(), flow.key());
            var undone = new Button(getTranslation("flows.undo"));
            undone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            var note = new Notification();
            note.add(new Paragraph(getTranslation("flows.archived", flow.name())), undone);
            note.addClassName("q-undo");
            note.setDuration(UNDO_MILLIS);
            note.setPosition(Notification.Position.BOTTOM_START);
            undone.addClickListener(click -> {
                note.close();
                act(() -> library.unarchive(signedIn.actor(), flow.key(), flow.liveVersion()));
            });
            note.open();
        });
    }

    private void askToDelete() {
        var ask = sure("flows.delete.title", "flows.delete.help", library.whatBreaks(signedIn.actor(), flow.key()));
        ask.setConfirmText(getTranslation("flows.delete"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(confirmed -> act(() -> {
            library.delete(signedIn.actor(), flow.key());
            Notification.show(getTranslation("flows.deleted", flow.name()));
        }));
        ask.open();
    }

    /** Says what stops working. */
    private ConfirmDialog sure(String title, String help, FlowLibrary.Breaks breaks) {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation(title, flow.name()));
        var list = new UnorderedList();
        if (!breaks.keywords().isEmpty()) {
            list.add(new ListItem(getTranslation("flows.breaks.keywords", String.join(", ", breaks.keywords()))));
        }
        if (breaks.anyMessage()) {
            list.add(new ListItem(getTranslation("flows.breaks.any")));
        }
        if (!breaks.startedBy().isEmpty()) {
            list.add(new ListItem(getTranslation("flows.breaks.started", String.join(", ", breaks.startedBy()))));
        }
        if (breaks.running() > 0) {
            list.add(new ListItem(getTranslation("flows.breaks.running", breaks.running())));
        }
        ask.setText(new Div(new Paragraph(getTranslation(help)), list));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        return ask;
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), UNDO_MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        changed.run();
    }
}
