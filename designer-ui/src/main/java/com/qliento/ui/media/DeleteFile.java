package com.qliento.ui.media;

import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.media.MediaUse;
import com.qliento.problem.Problem;
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

/** Deletes a file that nothing sends, or says what does. */
final class DeleteFile {

    private static final int MILLIS = 8_000;

    private final MediaFiles files;
    private final SignedIn signedIn;
    private final MediaFacts file;
    private final SerializableRunnable changed;
    private final UI ui = UI.getCurrent();

    DeleteFile(MediaFiles files, SignedIn signedIn, MediaFacts file, SerializableRunnable changed) {
        this.files = files;
        this.signedIn = signedIn;
        this.file = file;
        this.changed = changed;
    }

    /** Asks whether to delete it; with uses there is nothing to be sure of, only something to do first. */
    void ask(List<MediaUse.Used> uses) {
        var ask = new ConfirmDialog();
        if (uses.isEmpty()) {
            ask.setHeader(ui.getTranslation("files.delete.title", file.name()));
            ask.setText(new Paragraph(ui.getTranslation("files.delete.help")));
            ask.setCancelable(true);
            ask.setCancelText(ui.getTranslation("editor.cancel"));
            ask.setConfirmText(ui.getTranslation("files.delete"));
            ask.setConfirmButtonTheme("error primary");
            ask.addConfirmListener(sure -> delete());
        } else {
            ask.setHeader(ui.getTranslation("files.used.title", file.name()));
            ask.setText(new Div(new Paragraph(ui.getTranslation("files.used.help")), list(uses)));
            ask.setConfirmText(ui.getTranslation("editor.close"));
        }
        ask.open();
    }

    private Component list(List<MediaUse.Used> uses) {
        var list = new UnorderedList();
        for (var used : uses) {
            var link = new Anchor("flows/edit/" + used.key(), used.name());
            var state = ui.getTranslation(used.live() ? "files.use.live" : "files.use.draft");
            var line = new ListItem(link);
            line.add(" – " + state);
            list.add(line);
        }
        return list;
    }

    private void delete() {
        try {
            files.delete(signedIn.actor(), file.id());
            Notification.show(
                    ui.getTranslation("files.deleted", file.name()), MILLIS, Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            var words = refused.more().get("flows") instanceof List<?> flows
                    ? ui.getTranslation(
                            "files.kept",
                            String.join(
                                    ", ", flows.stream().map(String::valueOf).toList()))
                    : Refusal.words(ui, refused);
            Notification.show(words, MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        changed.run();
    }
}
