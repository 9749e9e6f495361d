package com.qliento.ui.flow;

import com.qliento.flow.FlowLibrary;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.FlowReview;
import com.qliento.problem.Problem;
import com.qliento.tryout.Tryouts;
import com.qliento.ui.board.EditorView;
import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
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
import org.jspecify.annotations.Nullable;

/** Begins a flow: blank, from a sample, from a file. */
final class GalleryDialog extends Dialog {

    private final transient Shop shop;
    private final transient SignedIn signedIn;

    /** What the gallery makes flows with, and the menu of each. */
    @org.springframework.stereotype.Component
    record Shop(
            FlowReview review,
            FlowLibrary library,
            FlowMenus menus,
            Samples samples,
            Tryouts tryouts,
            SampleFlows flows) {}

    GalleryDialog(Shop shop, SignedIn signedIn) {
        this.shop = shop;
        this.signedIn = signedIn;
        setHeaderTitle(getTranslation("gallery.title"));
        setWidth("min(920px, 96vw)");
        var tiles = new Div();
        tiles.addClassName("q-flow-grid");
        tiles.add(tile(
                getTranslation("gallery.blank"),
                getTranslation("gallery.blank.help"),
                shop.samples().blank(),
                null));
        for (var sample : shop.samples().all()) {
            tiles.add(tile(sample.title(), sample.sentence(), sample.bpmn(), preview(sample)));
        }
        add(upload(), new H3(getTranslation("gallery.samples")), tiles);
        var close = new Button(new Icon("close"), click -> close());
        close.setAriaLabel(getTranslation("editor.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getHeader().add(close);
    }

    private Component preview(Samples.Sample sample) {
        var play = new Button(getTranslation("gallery.preview"), new Icon("smartphone"), click -> new PreviewDialog(
                        shop.tryouts(), signedIn, sample, () -> make(sample.title(), sample.bpmn()))
                .open());
        play.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        play.addClassName("q-flow-preview");
        play.setAriaLabel(getTranslation("gallery.preview.of", sample.title()));
        return play;
    }

    private Component tile(String title, String sentence, byte[] bpmn, @Nullable Component preview) {
        var picture = new Div();
        picture.addClassName("q-flow-picture");
        picture.getElement().setProperty("innerHTML", FlowPicture.of(bpmn));
        var name = new NativeButton(title, click -> make(title, bpmn));
        name.addClassName("q-flow-name");
        var words = new Span(sentence);
        words.addClassName("q-flow-facts");
        var text = new Div(name, words);
        text.addClassName("q-flow-text");
        if (preview != null) {
            text.add(preview);
        }
        var tile = new Div(picture, text);
        tile.addClassName("q-flow");
        return tile;
    }

    private Component upload() {
        var upload = new Upload(new BoundedUpload(FlowPublishing.LARGEST_FILE, (file, bytes) -> getUI().ifPresent(
                        ui -> ui.access(() -> make(file.fileName().replaceFirst("\\.[^.]*$", ""), bytes)))));
        upload.setAcceptedFileTypes(".bpmn", ".xml");
        upload.setMaxFileSize(FlowPublishing.LARGEST_FILE);
        upload.setDropLabel(new Span(getTranslation("gallery.file.help")));
        var pick = new Button(getTranslation("gallery.file"), new Icon("upload"));
        upload.setUploadButton(pick);
        upload.addFileRejectedListener(event -> complain(event.getErrorMessage()));
        return upload;
    }

    private void make(String title, byte[] bpmn) {
        try {
            var made = shop.flows().make(signedIn.actor(), title, bpmn);
            if (made.refused() != null) {
                complain(getTranslation("gallery.cases.refused", made.refused()));
            }
            getUI().ifPresent(ui -> ui.navigate(EditorView.class, made.flow().key()));
            close();
        } catch (Problem refused) {
            complain(getTranslation(
                    "gallery.bad",
                    shop.review().refusal(bpmn, getLocale()).orElseGet(() -> Refusal.words(this, refused))));
        }
    }

    private void complain(String words) {
        Notification.show(words, 8_000, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
