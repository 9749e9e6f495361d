package com.qliento.ui.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.problem.Problem;
import com.qliento.rest.ProblemStatus;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The board's way to the organisation's files: it knows those that are there and brings more, one a request. */
final class BoardFiles implements ElementRequestHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "X-File-Name";

    private final transient MediaFiles files;
    private final transient SignedIn signedIn;

    private BoardFiles(MediaFiles files, SignedIn signedIn) {
        this.files = files;
        this.signedIn = signedIn;
    }

    /** Tells the board, which is set up already, of the files, and where to bring others if the role allows that. */
    static void connect(FlowCanvas canvas, MediaFiles files, SignedIn signedIn) {
        if (signedIn.may(Permission.BUILD)) {
            canvas.getElement().setAttribute("upload-url", new BoardFiles(files, signedIn));
        }
        var known = JSON.createArrayNode();
        files.list(signedIn.actor()).forEach(file -> known.add(json(file)));
        canvas.getElement().callJsFunction("setFiles", known.toString());
    }

    /** By this Vaadin's security knows an upload, which needs no further token: its address is a secret already. */
    @Override
    public String getUrlPostfix() {
        return "upload";
    }

    @Override
    public void handleRequest(VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
            throws IOException {
        var bytes = request.getInputStream().readNBytes(Math.toIntExact(files.largest() + 1));
        ObjectNode answer;
        try {
            answer = json(files.upload(actor(session), name(request.getHeader(NAME)), bytes));
        } catch (Problem refused) {
            response.setStatus(ProblemStatus.of(refused.type().kind()));
            answer = JSON.createObjectNode().put("code", refused.code());
            if (refused.more().get("most") instanceof Long most) {
                answer.put("most", most);
            }
        }
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }

    private Actor actor(VaadinSession session) {
        session.lock();
        try {
            return signedIn.actor();
        } finally {
            session.unlock();
        }
    }

    private static String name(@Nullable String header) {
        try {
            return header == null ? "" : URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static ObjectNode json(MediaFacts file) {
        return JSON.createObjectNode()
                .put("id", file.id().toString())
                .put("kind", file.kindWord())
                .put("mimeType", file.mimeType())
                .put("bytes", file.bytes())
                .put("name", file.name());
    }
}
