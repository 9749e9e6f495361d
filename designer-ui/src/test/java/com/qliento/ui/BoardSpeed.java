package com.qliento.ui;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast the drawing board is with 200 blocks. Run by hand ({@code -Dtest=BoardSpeed}); no test depends on the
 * figures.
 */
class BoardSpeed {

    private static final int BLOCKS = 200;
    private static final int ROWS = 20;
    private static final int OPENINGS = 6;

    /** Time between two frames, as the page itself sees it. */
    private static final String WATCH_FRAMES = """
            window.frames_ = []; window.last_ = performance.now();
            window.watching_ ??= (function frame() { const now = performance.now(); frames_.push(now - last_); last_ = now; requestAnimationFrame(frame); return true; })()""";

    @Test
    void opens_and_drags() throws Exception {
        put("speed", flow());
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            for (int i = 0; i < OPENINGS; i++) {
                page.navigate(Application.address() + "/flows");
                page.waitForSelector(".q-flow");
                long began = System.nanoTime();
                page.navigate(Application.address() + "/flows/edit/speed");
                page.waitForSelector("[data-element-id=b199] .q-block-name");
                print("open %d blocks: %d ms", BLOCKS, millisSince(began));
            }
            for (int i = 0; i < 3; i++) {
                drag(page);
            }
            for (int i = 0; i < 3; i++) {
                type(page);
            }
        }
    }

    private static void drag(Page page) {
        page.locator(".q-toolbar [aria-label^='Zoom to fit']").click();
        var block = page.locator("[data-element-id=b105]").boundingBox();
        page.mouse().move(block.x + block.width / 2, block.y + block.height / 2);
        page.mouse().down();
        page.evaluate(WATCH_FRAMES);
        for (int i = 1; i <= 60; i++) {
            page.mouse().move(block.x + block.width / 2 + i * 3, block.y + block.height / 2 + (i % 7) * 4);
        }
        var frames = frames(page);
        long began = System.nanoTime();
        page.mouse().up();
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        print(
                "drag: median frame %.0f ms, 95%% %.0f ms, worst %.0f ms; drop %d ms",
                frames[frames.length / 2],
                frames[frames.length * 95 / 100],
                frames[frames.length - 1],
                millisSince(began));
    }

    private static void type(Page page) {
        page.reload();
        var block = page.locator("[data-element-id=b105]").boundingBox();
        page.mouse().click(block.x + block.width / 2, block.y + block.height / 2);
        var field = page.locator(".q-properties textarea").first();
        field.waitFor();
        page.evaluate(WATCH_FRAMES);
        field.pressSequentially(" and some more words");
        var frames = frames(page);
        print("type: median frame %.0f ms, worst %.0f ms", frames[frames.length / 2], frames[frames.length - 1]);
    }

    private static double[] frames(Page page) {
        var seen = (List<?>) page.evaluate("frames_.slice(1)");
        return seen.stream()
                .mapToDouble(frame -> ((Number) frame).doubleValue())
                .sorted()
                .toArray();
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }

    private static void put(String key, String bpmn) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Application.address() + "/api/v1/flows?key=" + key))
                .header("Authorization", "Bearer demo-api-key")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(bpmn))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Texts, in rows of ten, one after the other. */
    private static String flow() {
        var steps = new StringBuilder();
        var shapes = new StringBuilder();
        for (int i = 0; i < BLOCKS; i++) {
            int across = i % ROWS;
            int down = i / ROWS;
            boolean start = i == 0;
            var tag = start ? "bpmn:startEvent" : "bpmn:sendTask";
            var words = start
                    ? "<camunda:property name=\"trigger\" value=\"keywords\"/><camunda:property name=\"keywords\" value=\"speed\"/>"
                    : "<camunda:property name=\"text\" value=\"Hello {{ contact.name }}, this is message number " + i
                            + ".\"/>";
            steps.append(
                    "<%s id=\"b%d\" name=\"Step %d\" camunda:modelerTemplate=\"qliento.%s\"><bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements></%s>"
                            .formatted(tag, i, i, start ? "start" : "text", words, tag));
            shapes.append(
                    "<bpmndi:BPMNShape id=\"b%d_di\" bpmnElement=\"b%d\"><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></bpmndi:BPMNShape>"
                            .formatted(i, i, across * 240, down * 160, start ? 36 : 168, start ? 36 : 84));
            if (i > 0) {
                steps.append(
                        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"b%d\" targetRef=\"b%d\"/>".formatted(i, i - 1, i));
                shapes.append(edge(i));
            }
        }
        return String.join(
                "",
                Arrays.<CharSequence>asList(
                        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"https://qliento.com/flow\">",
                        "<bpmn:process id=\"p\" name=\"Speed\" isExecutable=\"true\">",
                        steps,
                        "</bpmn:process><bpmndi:BPMNDiagram id=\"d\"><bpmndi:BPMNPlane id=\"pl\" bpmnElement=\"p\">",
                        shapes,
                        "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>"));
    }

    private static String edge(int i) {
        var shape = "<bpmndi:BPMNEdge id=\"f%d_di\" bpmnElement=\"f%d\"><di:waypoint x=\"%d\" y=\"%d\"/>"
                + "<di:waypoint x=\"%d\" y=\"%d\"/></bpmndi:BPMNEdge>";
        return shape.formatted(
                i, i, (i - 1) % ROWS * 240 + 168, (i - 1) / ROWS * 160 + 42, i % ROWS * 240, i / ROWS * 160 + 42);
    }
}
