package com.qliento.ui.media;

import com.qliento.media.MediaFiles;
import com.qliento.media.MediaProblems;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemType;
import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Map;

/** Brings files, by choosing them or by dropping them here, and says of each what came of it. */
final class FileUpload extends Div {

    private static final int MOST_NEWS = 5;

    private static final Map<ProblemType, String> WORDS = Map.of(
            MediaProblems.EMPTY, "files.bad.empty",
            MediaProblems.TYPE, "files.bad.type",
            MediaProblems.NO_ROOM, "files.bad.room");

    private final transient MediaFiles files;
    private final transient SignedIn signedIn;
    private final SerializableRunnable changed;
    private final UnorderedList news = new UnorderedList();

    /** @param changed there is a new file to be shown */
    FileUpload(MediaFiles files, SignedIn signedIn, SerializableRunnable changed) {
        this.files = files;
        this.signedIn = signedIn;
        this.changed = changed;
        addClassName("q-files-upload");
        news.addClassName("q-files-news");
        news.getElement().setAttribute("aria-live", "polite");
        add(upload(), news);
    }

    private Upload upload() {
        var most = Sizes.said(files.largest(), getLocale());
        var upload = new Upload(new BoundedUpload(files.largest(), (file, bytes) -> getUI().ifPresent(
                        ui -> ui.access(() -> take(file.fileName(), bytes)))));
        upload.setMaxFileSize(Math.toIntExact(files.largest()));
        var pick = new Button(getTranslation("files.upload"), new Icon("upload"));
        pick.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(pick);
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("files.drop", most)));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("files.bad.big", most))));
        upload.addFileRejectedListener(event -> say(false, event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void take(String name, byte[] bytes) {
        try {
            int before = files.list(signedIn.actor()).size();
            var file = files.upload(signedIn.actor(), name, bytes);
            boolean fresh = files.list(signedIn.actor()).size() > before;
            if (!fresh) {
                say(true, name, getTranslation("files.there", file.name()));
            } else {
                say(true, file.name(), getTranslation("files.kept.new"));
            }
            changed.run();
        } catch (Problem refused) {
            say(false, name, why(refused));
        }
    }

    private String why(Problem refused) {
        if (refused.is(MediaProblems.TOO_BIG)) {
            return getTranslation(
                    "files.bad.big",
                    refused.more().get("most") instanceof Number most ? Sizes.said(most.longValue(), getLocale()) : "");
        }
        var key = WORDS.get(refused.type());
        return key == null ? Refusal.words(this, refused) : getTranslation(key);
    }

    private void say(boolean good, String name, String words) {
        var file = new Span(name);
        file.addClassName("q-import-file");
        var line = new ListItem(new Icon(good ? "check" : "circleAlert"), new Div(file, new Span(words)));
        line.addClassName(good ? "good" : "bad");
        news.addComponentAsFirst(line);
        news.getChildren().skip(MOST_NEWS).toList().forEach(news::remove);
    }
}
