package com.qliento.ui.flow;

import com.qliento.flow.FlowPublishing;
import com.qliento.ui.shell.BoundedUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.function.BiConsumer;

/** Takes files that are dropped anywhere on the page, several at once. Shown only while files are dragged. */
@Tag("q-drop")
@JsModule("./flows/q-drop.js")
final class FlowDrop extends Component implements HasComponents {

    private static final int MOST_FILES = 50;

    /**
     * @param took a file's name and bytes, on the screen's thread
     * @param refused the name of a file that was not taken, and why
     */
    FlowDrop(BiConsumer<String, byte[]> took, BiConsumer<String, String> refused) {
        var upload = new Upload(new BoundedUpload(FlowPublishing.LARGEST_FILE, (file, bytes) -> getUI().ifPresent(
                        ui -> ui.access(() -> took.accept(file.fileName(), bytes)))));
        upload.setAcceptedFileTypes(".bpmn", ".xml");
        upload.setMaxFileSize(FlowPublishing.LARGEST_FILE);
        upload.setMaxFiles(MOST_FILES);
        upload.setUploadButton(new Span());
        upload.setDropLabelIcon(new Span());
        upload.setDropLabel(new Span(getTranslation("lib.drop")));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("lib.drop.many", MOST_FILES))
                        .setFileIsTooBig(getTranslation("lib.drop.big"))
                        .setIncorrectFileType(getTranslation("lib.drop.type"))));
        upload.addFileRejectedListener(event -> refused.accept(event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(upload);
    }
}
