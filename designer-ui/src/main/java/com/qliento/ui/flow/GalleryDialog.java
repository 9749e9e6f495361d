package com.qliento.ui.flow;

import com.qliento.flow.FlowPublishing;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.text.Normalizer;
import java.util.Locale;

/** Begins a flow: blank, from a sample, from a file. */
final class GalleryDialog extends Dialog {

    private static final int LARGEST_FILE = 2 * 1024 * 1024;

    private final transient FlowPublishing publishing;
    private final transient SignedIn signedIn;

    GalleryDialog(FlowPublishing publishing, Samples samples, SignedIn signedIn) {
        this.publishing = publishing;
        this.signedIn = signedIn;
        setHeaderTitle(getTranslation("gallery.title"));
        setWidth("min(920px, 96vw)");
        var tiles = new Div();
        tiles.addClassName("q-flow-grid");
        tiles.add(tile(getTranslation("gallery.blank"), getTranslation("gallery.blank.help"), samples.blank()));
        for (var sample : samples.all()) {
            tiles.add(tile(sample.title(), sample.sentence(), sample.bpmn()));
        }
        add(upload(), new H3(getTranslation("gallery.samples")), tiles);
        var close = new Button(new Icon("x"), click -> close());
        close.setAriaLabel(getTranslation("editor.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getHeader().add(close);
    }

    private Component tile(String title, String sentence, byte[] bpmn) {
        var picture = new Div();
        picture.addClassName("q-flow-picture");
        picture.getElement().setProperty("innerHTML", FlowPicture.of(bpmn));
        var name = new NativeButton(title, click -> make(title, bpmn));
        name.addClassName("q-flow-name");
        var words = new Span(sentence);
        words.addClassName("q-flow-facts");
        var text = new Div(name, words);
        text.addClassName("q-flow-text");
        var tile = new Div(picture, text);
        tile.addClassName("q-flow");
        return tile;
    }

    private Component upload() {
        var upload = new Upload(UploadHandler.inMemory((file, bytes) ->
                getUI().ifPresent(ui -> ui.access(() -> make(file.fileName().replaceFirst("\\.[^.]*$", ""), bytes)))));
        upload.setAcceptedFileTypes(".bpmn", ".xml");
        upload.setMaxFileSize(LARGEST_FILE);
        upload.setDropLabel(new Span(getTranslation("gallery.file.help")));
        var pick = new Button(getTranslation("gallery.file"), new Icon("upload"));
        upload.setUploadButton(pick);
        upload.addFileRejectedListener(event -> complain(event.getErrorMessage()));
        return upload;
    }

    private void make(String title, byte[] bpmn) {
        try {
            var key = freeKey(title);
            publishing.saveDraft(signedIn.actor(), key, bpmn);
            getUI().ifPresent(ui -> ui.navigate(EditorView.class, key));
            close();
        } catch (Problem refused) {
            complain(getTranslation(
                    "gallery.bad", publishing.refusal(bpmn, getLocale()).orElse(refused.getMessage())));
        }
    }

    private void complain(String words) {
        Notification.show(words, 8_000, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }

    /** A key made of the title that no flow has yet. */
    private String freeKey(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        var base = plain.isEmpty() ? "flow" : plain.substring(0, Math.min(plain.length(), 50));
        var key = base;
        for (int n = 2; taken(key); n++) {
            key = base + "-" + n;
        }
        return key;
    }

    private boolean taken(String key) {
        return publishing.page(signedIn.actor(), null, 1_000).stream()
                .anyMatch(flow -> flow.key().equals(key));
    }
}
