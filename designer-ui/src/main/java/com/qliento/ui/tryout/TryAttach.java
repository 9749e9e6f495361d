package com.qliento.ui.tryout;

import com.qliento.media.MediaProblems;
import com.qliento.problem.Problem;
import com.qliento.tryout.Tryout;
import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.function.Consumer;

/** The customer's paper clip: sends a file of one's own. It stays in the try. */
final class TryAttach extends Div {

    private static final int MILLIS = 8_000;

    private final transient Consumer<TryPhone.Deed> does;

    TryAttach(Consumer<TryPhone.Deed> does) {
        this.does = does;
        var upload = new Upload(new BoundedUpload(Tryout.LARGEST_FILE, (file, bytes) -> getUI().ifPresent(
                        ui -> ui.access(() -> take(file.fileName(), bytes)))));
        upload.setDropAllowed(false);
        upload.setMaxFileSize(Tryout.LARGEST_FILE);
        var clip = new Button(new Icon("paperclip"));
        clip.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        clip.setAriaLabel(getTranslation("exp.attach"));
        clip.setTooltipText(getTranslation("exp.attach"));
        upload.setUploadButton(clip);
        var most = (Tryout.LARGEST_FILE >> 20) + " MB";
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("exp.attach.big", most))));
        upload.addFileRejectedListener(event -> complain(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(upload);
    }

    /** What is no file that WhatsApp takes is said; what ends the try is for the phone to say. */
    private void take(String name, byte[] bytes) {
        does.accept(tryout -> {
            try {
                return tryout.attach(name, bytes);
            } catch (Problem refused) {
                if (!MediaProblems.ofTheFile(refused)) {
                    throw refused;
                }
                complain(why(refused));
                return tryout.state();
            }
        });
    }

    private String why(Problem refused) {
        if (refused.is(MediaProblems.EMPTY)) {
            return getTranslation("files.bad.empty");
        }
        return refused.is(MediaProblems.TYPE)
                ? getTranslation("files.bad.type")
                : getTranslation("exp.attach.big", (Tryout.LARGEST_FILE >> 20) + " MB");
    }

    private static void complain(String words) {
        Notification.show(words, MILLIS, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
