package com.qliento.ui.flow;

import com.qliento.flow.ShelvedFlow;
import com.qliento.media.MediaFacts;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

/** Saves a flow as a file, and says before what does not travel in it. The link itself nobody sees. */
final class FlowExport extends Anchor {

    private static final int MILLIS = 8_000;

    private final transient FlowExports flows;
    private final transient SignedIn signedIn;
    private final transient ShelvedFlow flow;

    FlowExport(FlowExports flows, SignedIn signedIn, ShelvedFlow flow) {
        this.flows = flows;
        this.signedIn = signedIn;
        this.flow = flow;
        setHref(DownloadHandler.fromInputStream(request -> {
            var file = flows.export(signedIn.actor(), flow.key());
            return new DownloadResponse(
                    new ByteArrayInputStream(file), flow.key() + ".bpmn", "application/xml", file.length);
        }));
        getElement().setAttribute("download", true).setAttribute("hidden", true).setAttribute("tabindex", "-1");
    }

    /** Saves the file, at once when everything is in it. */
    void start() {
        try {
            begin();
        } catch (Problem gone) {
            Notification.show(Refusal.words(this, gone), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
    }

    private void begin() {
        var left = flows.filesOf(signedIn.actor(), flow.key());
        if (left.isEmpty()) {
            save();
        } else {
            ask(left);
        }
    }

    private void save() {
        getElement().executeJs("this.click()");
    }

    private void ask(List<MediaFacts> left) {
        var dialog = new Dialog(getTranslation("exp.title", flow.name()));
        dialog.setWidth("min(480px, 96vw)");
        dialog.add(new Paragraph(getTranslation("exp.files")), list(left), new Paragraph(getTranslation("exp.how")));
        var save = new Button(getTranslation("exp.save"), new Icon("download"), click -> {
            save();
            dialog.close();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("editor.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private static UnorderedList list(List<MediaFacts> left) {
        var list = new UnorderedList(Stream.of(left.toArray(MediaFacts[]::new))
                .map(file -> new ListItem(new Icon(file.kindWord()), new Span(file.name())))
                .toArray(ListItem[]::new));
        list.addClassName("q-export-files");
        return list;
    }
}
