package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files that flows send. */
class FilesViewTest {

    @Test
    void files_are_brought_found_and_deleted_when_no_flow_sends_them() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Files").click();
            page.waitForURL(Pattern.compile(".*/files"));

            upload(page, "Winter prices.pdf", "%PDF-1.7 winter");
            assertThat(row(page, "Winter prices.pdf")).isVisible();
            assertThat(page.locator(".q-files-news")).containsText("Uploaded");
            upload(page, "Same again.pdf", "%PDF-1.7 winter");
            assertThat(page.locator(".q-files-news")).containsText("It is here already, as “Winter prices.pdf”");
            upload(page, "page.png", "<svg onload=alert(1)>");
            assertThat(page.locator(".q-files-news .bad")).containsText("WhatsApp does not take such a file");
            Browser.picture(page, "files-1440-light");

            page.locator(".q-files-filter input").first().fill("winter");
            assertThat(page.locator(".q-file:visible")).hasCount(1);
            assertThat(page.locator(".q-file-uses:visible")).containsText("No flow sends it");
            page.locator("[aria-label='Delete Winter prices.pdf']:visible").click();
            assertThat(page.locator("vaadin-confirm-dialog-overlay")).containsText("No flow sends it now");
            Browser.picture(page, "files-delete-1440-light");
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.getByText("No file is like that")).isVisible();
        }
    }

    @Test
    void a_file_that_a_flow_sends_is_kept_and_the_flow_is_named() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/files");
            var shop = row(page, "shop.png");
            assertThat(shop.locator("img")).isVisible();
            page.locator(".q-files-filter input").first().fill("shop.png");
            assertThat(page.locator(".q-file:visible")).hasCount(1);
            assertThat(page.locator(".q-file-uses:visible")).containsText("live");
            Browser.picture(page, "files-390-dark");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            Browser.usable(page, "files");

            page.locator("[aria-label='Delete shop.png']:visible").click();

            var dialog = page.locator("vaadin-confirm-dialog-overlay");
            assertThat(dialog).containsText("“shop.png” is in use");
            assertThat(dialog.locator("li", new Locator.LocatorOptions().setHasText("live")))
                    .hasCount(1);
            Browser.picture(page, "files-used-390-dark");
            dialog.locator("vaadin-button[slot=confirm-button]").click();
            assertThat(shop).isVisible();
        }
    }

    @Test
    void a_viewer_sees_files_and_changes_none() {
        try (var window = Browser.window(1440, true)) {
            var page = Application.signedIn(window, "viewer@qliento.local", "/files");

            assertThat(row(page, "shop.png")).isVisible();

            assertThat(page.locator("vaadin-upload")).hasCount(0);
            assertThat(page.locator("[aria-label^=Delete]")).hasCount(0);
            Browser.picture(page, "files-viewer-1440-dark");
        }
    }

    @Test
    void what_does_not_travel_is_said_before_a_flow_is_exported() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.locator("vaadin-dialog-overlay .q-flow", new Page.LocatorOptions().setHasText("Shop tour"))
                    .locator("button.q-flow-name")
                    .click();
            page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
            var key = page.url().replaceFirst(".*/", "");
            page.navigate(Application.address() + "/flows");
            page.locator(".q-flow-filter vaadin-text-field input").fill(key);
            assertThat(page.locator(".q-flow")).hasCount(1);
            page.locator(".q-flow:has(a[href='flows/edit/" + key + "']) vaadin-menu-bar-button")
                    .first()
                    .click();
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText("Export as .bpmn"))
                    .first()
                    .click();

            var dialog = page.locator("vaadin-dialog-overlay");
            assertThat(dialog).containsText("but not these files");
            assertThat(dialog).containsText("shop.png");
            Browser.picture(page, "flow-export-1440-light");
            var file = page.waitForDownload(
                    () -> dialog.locator("vaadin-button[theme~=primary]").click());

            assertThat(file.suggestedFilename()).isEqualTo(key + ".bpmn");
            assertThat(file.path()).content().contains(":testCases", "Shop tour");
        }
    }

    private static void upload(Page page, String name, String content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator row(Page page, String name) {
        return page.locator(".q-file:visible", new Page.LocatorOptions().setHasText(name));
    }
}
