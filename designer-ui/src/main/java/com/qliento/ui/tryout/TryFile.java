package com.qliento.ui.tryout;

import com.qliento.media.MediaContent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import java.io.ByteArrayInputStream;

/** A file of a try for the browser, which runs nothing of it: its type is one that was told by its bytes. */
final class TryFile {

    private TryFile() {}

    static InputStreamDownloadHandler of(MediaContent file) {
        return DownloadHandler.fromInputStream(request -> {
            request.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            request.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            return new DownloadResponse(
                    new ByteArrayInputStream(file.bytes()),
                    file.facts().name(),
                    file.facts().mimeType(),
                    file.bytes().length);
        });
    }
}
