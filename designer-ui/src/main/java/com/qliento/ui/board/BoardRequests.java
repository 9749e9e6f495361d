package com.qliento.ui.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.request.TestAnswer;
import com.qliento.request.TestRequests;
import com.qliento.rest.ProblemStatus;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The board's way to send the request of a block now: it waits for the answer without keeping the page waiting. */
final class BoardRequests implements ElementRequestHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 500_000;
    private static final int UNREADABLE = 400;

    private final Component speaker;
    private final transient TestRequests tests;
    private final transient SignedIn signedIn;
    private final Locale language;

    private BoardRequests(Component speaker, TestRequests tests, SignedIn signedIn, Locale language) {
        this.speaker = speaker;
        this.tests = tests;
        this.signedIn = signedIn;
        this.language = language;
    }

    /** Tells the board where to send them, if the role allows that now; whether it does then, is asked at each. */
    static void connect(FlowCanvas canvas, TestRequests tests, SignedIn signedIn, Locale language) {
        if (signedIn.may(Permission.BUILD)) {
            canvas.getElement().setAttribute("send-url", new BoardRequests(canvas, tests, signedIn, language));
        }
    }

    /** As {@link BoardFiles}: its address is a secret already. */
    @Override
    public String getUrlPostfix() {
        return "upload";
    }

    @Override
    public void handleRequest(VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
            throws IOException {
        ObjectNode answer;
        try {
            var wish = wish(request.getInputStream().readNBytes(MOST_BYTES));
            answer = json(tests.send(actor(session), wish));
        } catch (Problem refused) {
            response.setStatus(ProblemStatus.of(refused.type().kind()));
            answer = JSON.createObjectNode()
                    .put("code", refused.code())
                    .put("field", String.valueOf(refused.more().getOrDefault("field", "")))
                    .put("why", Refusal.words(speaker, language, refused));
        } catch (JsonProcessingException noWish) {
            response.setStatus(UNREADABLE);
            answer = JSON.createObjectNode();
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
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

    private static TestRequests.Wish wish(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new TestRequests.Wish(
                texts(json.path("settings")),
                texts(json.path("samples")),
                json.path("really").asBoolean());
    }

    private static Map<String, String> texts(JsonNode json) {
        var texts = new HashMap<String, String>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    private ObjectNode json(TestAnswer answer) {
        var json = JSON.createObjectNode()
                .put("word", answer.word())
                .put("millis", answer.took().toMillis())
                .put("host", answer.host());
        if (!answer.word().equals(TestAnswer.ANSWERED)) {
            json.put("why", why(answer.word()));
        }
        var head = answer.head();
        if (head != null) {
            json.put("status", head.status())
                    .put("contentType", head.contentType())
                    .put("retryAfter", head.retryAfter())
                    .put("bytes", head.bytes());
        }
        var unpicked = json.putArray("unpicked");
        answer.unpicked()
                .forEach(one -> unpicked.add(
                        speaker.getTranslation(language, "try.did." + one.kind(), one.name(), one.found())));
        return json.set("tree", answer.tree());
    }

    private String why(String word) {
        var key = "calls.why." + word;
        var said = speaker.getTranslation(language, key);
        return said.equals(key) ? word : said;
    }
}
