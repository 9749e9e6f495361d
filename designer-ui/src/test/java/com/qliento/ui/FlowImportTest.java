package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that are dropped on the list of flows. */
class FlowImportTest {

    /** Drags files over the page, and drops them where the page then takes them. */
    private static final String DRAG = """
            files => {
              const moved = new DataTransfer();
              files.forEach(file => moved.items.add(new File([file.text], file.name, {type: file.type})));
              window.moved = moved;
              document.querySelector('main').dispatchEvent(
                new DragEvent('dragenter', {dataTransfer: moved, bubbles: true, composed: true}));
            }
            """;

    private static final String DROP = """
            () => document.querySelector('q-drop vaadin-upload').dispatchEvent(
              new DragEvent('drop', {dataTransfer: window.moved, bubbles: true, composed: true, cancelable: true}))
            """;

    @Test
    void each_dropped_file_becomes_a_flow_or_says_why_not() {
        try (var window = Browser.window(1440, false)) {
            var page = list(window.newPage(), "demo@qliento.local");
            assertThat(page.locator("q-drop")).isHidden();

            drag(
                    page,
                    file("tea.bpmn", flow("Tea & biscuits")),
                    file("coffee.bpmn", flow("Coffee to go")),
                    file("letter.bpmn", "Dear Sir or Madam"),
                    file("holiday.png", "no picture"));
            assertThat(page.locator("q-drop")).isVisible();
            Browser.picture(page, "flows-drag-1440-light");
            page.evaluate(DROP);

            assertThat(page.locator("q-drop")).isHidden();
            var report = page.locator(".q-imports");
            assertThat(report.locator(".good")).hasCount(2);
            assertThat(report.locator(".bad")).hasCount(2);
            assertThat(line(page, "letter.bpmn")).not().containsText("Exception");
            assertThat(line(page, "holiday.png")).containsText("It is no .bpmn file.");
            Browser.picture(page, "flows-dropped-1440-light");
            assertThat(page.locator(".q-flow-name", new Page.LocatorOptions().setHasText("Coffee to go")))
                    .hasCount(1);

            report.getByText("Tea & biscuits").click();
            page.waitForURL("**/flows/edit/tea");
            assertThat(page.locator(".q-imports")).hasCount(0);
        }
    }

    @Test
    void files_do_not_come_between_a_dialog_and_whoever_is_at_it() {
        try (var window = Browser.window(1440, false)) {
            var page = list(window.newPage(), "demo@qliento.local");
            page.locator("vaadin-button:has-text(\"New flow\")").first().click();
            page.waitForSelector("vaadin-dialog-overlay[opened]");

            drag(page, file("tea.bpmn", flow("Tea beside a dialog")));

            assertThat(page.locator("q-drop")).isHidden();
        }
    }

    @Test
    void a_viewer_drops_nothing() {
        try (var window = Browser.window(1440, false)) {
            var page = list(window.newPage(), "viewer@qliento.local");

            drag(page, file("tea.bpmn", flow("Tea of a viewer")));

            assertThat(page.locator("q-drop")).hasCount(0);
        }
    }

    @Test
    void the_list_looks_well() {
        try (var window = Browser.window(1440, false)) {
            var page = list(window.newPage(), "demo@qliento.local");

            assertThat(page.locator(".q-flow-picture svg").first()).isVisible();
            assertThat(page.locator(".q-waits")).hasCount(0);
            assertThat(page.locator(".q-flow-facts").first()).not().containsText("…");
            Browser.seeEveryLook(page, "flows-list");
        }
    }

    private static Page list(Page blank, String who) {
        var page = Application.blank(blank.context(), who);
        page.navigate(Application.address() + "/flows");
        page.waitForSelector(".q-flow");
        return page;
    }

    private static Locator line(Page page, String file) {
        return page.locator(".q-imports li", new Page.LocatorOptions().setHasText(file));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // a list of them keeps nothing but files
    private static void drag(Page page, Map<String, String>... files) {
        page.evaluate(DRAG, List.of(files));
    }

    private static Map<String, String> file(String name, String text) {
        return Map.of("name", name, "text", text, "type", name.endsWith("png") ? "image/png" : "");
    }

    private static String flow(String name) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org">
                  <process id="p" name="%s"><startEvent id="s"/><task id="t"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>
                </definitions>
                """.formatted(name.replace("&", "&amp;"));
    }
}
