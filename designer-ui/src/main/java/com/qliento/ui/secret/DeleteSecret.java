package com.qliento.ui.secret;

import com.qliento.problem.Problem;
import com.qliento.secret.SecretUse;
import com.qliento.secret.Secrets;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;

/** Deletes a secret after it was said what fails then. */
final class DeleteSecret {

    private static final int MILLIS = 8_000;

    private final Secrets secrets;
    private final SignedIn signedIn;
    private final String name;
    private final SerializableRunnable changed;
    private final UI ui = UI.getCurrent();

    DeleteSecret(Secrets secrets, SignedIn signedIn, String name, SerializableRunnable changed) {
        this.secrets = secrets;
        this.signedIn = signedIn;
        this.name = name;
        this.changed = changed;
    }

    /** Asks whether to delete it, with what names it before one's eyes. */
    void ask(List<SecretUse.Used> uses) {
        var ask = new ConfirmDialog();
        ask.setHeader(ui.getTranslation("secrets.delete.title", name));
        ask.setText(
                uses.isEmpty()
                        ? new Div(new Paragraph(ui.getTranslation("secrets.delete.help")))
                        : new Div(new Paragraph(ui.getTranslation("secrets.delete.used")), list(uses)));
        ask.setCancelable(true);
        ask.setCancelText(ui.getTranslation("editor.cancel"));
        ask.setConfirmText(ui.getTranslation("secrets.delete"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(sure -> delete());
        ask.open();
    }

    private Component list(List<SecretUse.Used> uses) {
        var list = new UnorderedList();
        for (var used : uses) {
            var line = new ListItem(new Anchor(SecretTable.address(used), used.name()));
            line.add(" – " + ui.getTranslation(SecretTable.state(used)));
            list.add(line);
        }
        return list;
    }

    private void delete() {
        try {
            secrets.delete(signedIn.actor(), name);
            Notification.show(ui.getTranslation("secrets.deleted", name), MILLIS, Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            Notification.show(Refusal.words(ui, refused), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        changed.run();
    }
}
