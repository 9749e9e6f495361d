package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opens over a view: kept as a picture, and usable for everybody. */
class DialogsTest {

    private static final String BLOCK = "booked";

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void every_dialog_can_be_used_by_everybody(int width, boolean dark) {
        try (var window = Browser.window(width, dark)) {
            var look = width + (dark ? "-dark" : "-light");
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.waitForSelector(".q-flow-preview");
            Browser.see(page, "dialog-gallery-" + look);

            edit(page, "welcome");
            button(page, "Publish");
            page.waitForSelector(".q-publish-note");
            Browser.see(page, "dialog-publish-" + look);
            page.keyboard().press("Escape");
            button(page, "Versions");
            page.waitForSelector(".q-versions");
            Browser.see(page, "dialog-versions-" + look);
            page.getByText("Compare with the draft").first().click();
            page.waitForSelector("qliento-compare .q-differences h3");
            Browser.see(page, "dialog-compare-" + look);
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            edit(page, "welcome");
            button(page, "Try it");
            page.waitForSelector(".q-try-phone");
            Browser.see(page, "dialog-try-" + look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void what_two_people_did_can_be_compared_by_everybody(int width, boolean dark) {
        try (var ours = Browser.window(width, dark);
                var theirs = Browser.window(1440, false)) {
            var look = width + (dark ? "-dark" : "-light");
            var page = Application.blank(ours, "demo@qliento.local");
            edit(page, "class-reminder");
            var other = Application.blank(theirs, "builder@qliento.local");
            edit(other, "class-reminder");
            begin(page, "Confirmed");
            change(other, "Booked, see you there " + System.nanoTime());
            assertThat(page.locator(".q-editor-banner")).containsText("changed this flow");
            Browser.see(page, "dialog-banner-" + look);
            page.getByText("Go on with theirs").click();
            assertThat(page.locator(".q-editor-banner")).isHidden();
            begin(page, "Confirmed again");
            change(other, "Booked once more " + System.nanoTime());
            page.getByText("Go on with theirs").click();
            assertThat(page.locator(".q-editor-banner")).isHidden();

            button(page, "Versions");
            page.waitForSelector(".q-versions");
            Browser.see(page, "dialog-versions-" + look);
            page.getByText("Compare with the draft").first().click();
            page.waitForSelector("qliento-compare .q-differences h3");
            page.waitForSelector("qliento-compare .djs-shape");
            Browser.see(page, "dialog-compare-" + look);
            assertThat(seen(page, 0)).isEqualTo(seen(page, 1));
            assertThat(page.locator("qliento-compare .djs-connection.q-removed path")
                            .first()
                            .evaluate("path => getComputedStyle(path).stroke"))
                    .isEqualTo(dark ? DARK_BAD : "rgb(179, 38, 30)");

            page.locator(".q-compare-choice vaadin-select").first().click();
            page.locator("vaadin-select-overlay vaadin-select-item:has-text(\"Draft\")")
                    .first()
                    .click();
            assertThat(page.locator("qliento-compare .q-side h3").first()).hasText("Draft");
            assertThat(page.locator("qliento-compare .q-differences li")).hasCount(0);
        }
    }

    private static final String DARK_BAD = "rgb(255, 143, 134)";

    /** What part of the plane a side shows: scale and place, to a hundredth. */
    private static List<String> seen(Page page, int side) {
        var matrix = page.locator("qliento-compare .q-side")
                .nth(side)
                .locator("svg > g.viewport")
                .getAttribute("transform");
        return Pattern.compile("-?\\d+\\.?\\d*")
                .matcher(matrix)
                .results()
                .map(number -> String.format(Locale.ROOT, "%.2f", Double.parseDouble(number.group())))
                .toList();
    }

    private static void edit(Page page, String flow) {
        page.navigate(Application.address() + "/flows/edit/" + flow);
        page.waitForSelector(".djs-shape");
    }

    /** Another name, by somebody who is not finished yet. */
    private static void begin(Page page, String name) {
        page.evaluate("document.querySelector('qliento-canvas').pause = 600_000");
        page.locator("qliento-canvas").evaluate("""
                (canvas, [id, name]) => canvas.modeler.get('modeling')
                  .updateProperties(canvas.modeler.get('elementRegistry').get(id), { name })""", List.of(BLOCK, name));
    }

    /** Another text, and an arrow less. */
    private static void change(Page page, String text) {
        page.locator("[data-element-id=" + BLOCK + "]").click();
        page.locator(".q-properties textarea").first().fill(text);
        page.locator(".q-properties textarea").first().blur();
        page.locator("qliento-canvas").evaluate("""
                (canvas, id) => {
                  const arrow = canvas.modeler.get('elementRegistry').get(id).outgoing[0];
                  if (arrow) {
                    canvas.modeler.get('modeling').removeConnection(arrow);
                  }
                }""", BLOCK);
        assertThat(page.locator("q-ago")).containsText("Saved");
    }

    private static void button(Page page, String words) {
        page.locator(".q-editor-actions vaadin-button", new Page.LocatorOptions().setHasText(words))
                .click();
    }
}
