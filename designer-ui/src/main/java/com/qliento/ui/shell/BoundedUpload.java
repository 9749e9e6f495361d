package com.qliento.ui.shell;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.InMemoryUploadCallback;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Takes uploaded files into memory up to a size, and answers 413 to larger ones. What the upload component says about
 * sizes is said by the browser, which whoever sends need not have.
 */
public final class BoundedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;
    private static final String TOO_LARGE = BoundedUpload.class.getName();

    private final long most;
    private final InMemoryUploadCallback took;

    /**
     * @param most bytes of a file
     * @param took is given each file, on the screen's thread
     */
    public BoundedUpload(long most, InMemoryUploadCallback took) {
        this.most = most;
        this.took = took;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] bytes = null;
        if (event.getFileSize() <= most) {
            try (var input = event.getInputStream()) {
                bytes = input.readNBytes(Math.toIntExact(most + 1));
            }
        }
        if (bytes == null || bytes.length > most) {
            event.getRequest().setAttribute(TOO_LARGE, true);
            return;
        }
        var whole = bytes;
        var file = new UploadMetadata(event.getFileName(), event.getContentType(), whole.length);
        var unused = event.getUI().access(() -> {
            try {
                took.complete(file, whole);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public void responseHandled(boolean success, VaadinResponse response) {
        var request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(TOO_LARGE) != null) {
            response.setStatus(HttpStatusCode.REQUEST_ENTITY_TOO_LARGE.getCode());
        } else {
            UploadHandler.super.responseHandled(success, response);
        }
    }

    @Override
    public long getFileSizeMax() {
        return most;
    }
}
