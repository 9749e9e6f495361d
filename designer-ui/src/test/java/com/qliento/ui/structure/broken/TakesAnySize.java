package com.qliento.ui.structure.broken;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;

/** Takes a file of whatever size somebody sends. */
public final class TakesAnySize extends Div {

    TakesAnySize() {
        add(new Upload(UploadHandler.inMemory((file, bytes) -> setText(file.fileName()))));
    }
}
