package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opens over a view: kept as a picture, and usable for everybody. */
class DialogsTest {

    private static final List<String> SERIOUS = List.of("serious", "critical");

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void every_dialog_can_be_used_by_everybody(int width, boolean dark) {
        try (var window = Browser.window(width, dark)) {
            var look = width + (dark ? "-dark" : "-light");
            var page = Application.signedIn(window, "demo@qliento.local");
            page.navigate(Application.address() + "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.waitForSelector(".q-flow-preview");
            see(page, "gallery-" + look);

            page.navigate(Application.address() + "/flows/edit/welcome");
            page.waitForSelector(".djs-shape");
            button(page, "Publish");
            page.waitForSelector(".q-publish-note");
            see(page, "publish-" + look);
            page.keyboard().press("Escape");
            button(page, "Versions");
            page.waitForSelector(".q-versions");
            see(page, "versions-" + look);
            page.getByText("Compare with the draft").first().click();
            page.waitForSelector("qliento-compare .q-differences h3");
            see(page, "compare-" + look);
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            page.navigate(Application.address() + "/flows/edit/welcome");
            page.waitForSelector(".djs-shape");
            button(page, "Try it");
            page.waitForSelector(".q-try-phone");
            see(page, "try-" + look);
        }
    }

    private static void button(Page page, String words) {
        page.locator(".q-editor-actions vaadin-button", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private static void see(Page page, String name) {
        Browser.picture(page, "dialog-" + name);
        var found = new AxeBuilder(page).exclude(List.of(".djs-container")).analyze();
        assertThat(found.getViolations())
                .filteredOn(violation -> SERIOUS.contains(violation.getImpact()))
                .extracting(violation -> violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .toList())
                .as(name)
                .isEmpty();
    }
}
