package com.qliento.ui.flow;

import com.qliento.flow.FlowLibrary;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Renames, tags and copies a flow of the list. */
final class FlowEdits {

    private final FlowLibrary library;
    private final FlowChange change;
    private final FlowMenu menu;

    FlowEdits(FlowLibrary library, FlowChange change, FlowMenu menu) {
        this.library = library;
        this.change = change;
        this.menu = menu;
    }

    void rename() {
        ask(
                "flows.rename",
                "flows.name",
                change.flow().name(),
                name -> library.rename(change.actor(), change.key(), name));
    }

    void tag() {
        ask(
                "flows.tags",
                "flows.tags.help",
                String.join(", ", change.flow().tags()),
                words -> library.tag(change.actor(), change.key(), List.of(words.split(","))));
    }

    void duplicate() {
        change.make(menu, () -> {
            var name = menu.getTranslation("flows.copy", change.flow().name());
            library.duplicate(change.actor(), change.key(), library.freeKey(change.actor(), name), name);
            Notification.show(menu.getTranslation("flows.duplicated", name));
        });
    }

    private void ask(String title, String label, String value, SerializableConsumer<String> answered) {
        var dialog = new Dialog(menu.getTranslation(title));
        var field = new TextField(menu.getTranslation(label));
        field.setValue(value);
        field.setWidth("min(360px, 80vw)");
        dialog.add(field);
        var yes = new Button(menu.getTranslation("flows.save"), click -> {
            dialog.close();
            change.make(menu, () -> answered.accept(field.getValue()));
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.addClickShortcut(Key.ENTER);
        dialog.getFooter().add(new Button(menu.getTranslation("editor.cancel"), click -> dialog.close()), yes);
        dialog.open();
        field.focus();
    }
}
