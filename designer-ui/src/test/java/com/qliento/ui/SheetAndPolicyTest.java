package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tables that travel as sheets, and the platform's own rules to read. */
class SheetAndPolicyTest {

    @Test
    void a_table_goes_out_is_changed_in_a_sheet_comes_back_and_is_undone() throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/rules");
            page.locator("vaadin-button:has-text('New table')").click();
            page.locator("vaadin-dialog-overlay input[type=file]").setInputFiles(sheet("By hand.csv", """
                    Language,Greeting
                    es,Hola
                    -,Hello
                    """));
            page.waitForURL(Pattern.compile(".*/rules/edit/by-hand"));
            assertThat(page.locator("qliento-decision td.output-cell").first()).containsText("\"Hola\"");

            page.locator("[aria-label='Export or replace']").click();
            page.locator("vaadin-context-menu-item:has-text('Export as CSV')").waitFor();
            Browser.picture(page, "sheet-menu-1440-light");
            var download = page.waitForDownload(() -> page.locator("vaadin-context-menu-item:has-text('Export as CSV')")
                    .click());
            assertThat(download.suggestedFilename()).isEqualTo("by-hand.csv");
            var out = Files.readString(download.path()).replace("Hola", "Buenas");

            page.keyboard().press("Escape");
            assertThat(page.locator("vaadin-context-menu-item"))
                    .hasCount(0); // it fades: a second one would stand beside it
            page.locator("[aria-label='Export or replace']").click();
            page.locator("vaadin-context-menu-item:has-text('Replace by a sheet')")
                    .click();
            page.locator("vaadin-dialog-overlay input[type=file]").setInputFiles(sheet("back.csv", out));
            assertThat(page.locator(".q-sheet-told")).containsText("Rows: 1 change, 0 are new, 0 go, 1 stay.");
            Browser.picture(page, "sheet-preview-1440-light");
            Browser.usable(page, "sheet-preview");
            page.locator("vaadin-dialog-overlay vaadin-button:has-text('Take it')")
                    .click();
            assertThat(page.locator("qliento-decision td.output-cell").first()).containsText("Buenas");

            page.locator("vaadin-notification-card vaadin-button:has-text('Undo')")
                    .click();
            assertThat(page.locator("qliento-decision td.output-cell").first()).containsText("Hola");
        }
    }

    @Test
    void a_sheet_that_is_none_says_what_to_do() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/rules");
            page.locator("vaadin-button:has-text('New table')").click();
            page.locator("vaadin-dialog-overlay input[type=file]").setInputFiles(sheet("broken.csv", "a,b\n1,2,3\n"));

            assertThat(page.locator("vaadin-dialog-overlay .q-state.bad"))
                    .containsText("Cell C2: There is something in this column, but its first row has no heading.");
            Browser.picture(page, "sheet-refused-390-dark");
            Browser.usable(page, "sheet-refused");
        }
    }

    @Test
    void the_rules_of_the_platform_are_there_to_read_and_to_tighten() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/rules");
            page.locator(".q-rules-tabs a").nth(1).click();
            page.waitForURL(Pattern.compile(".*/rules/platform"));
            assertThat(page.locator("[id='send.window']")).containsText("24-hour window");
            Browser.seeEveryLook(page, "platform-rules");

            page.getByPlaceholder("Search").last().fill("route.");
            assertThat(page.locator("[id='send.window']")).hasCount(0);
            assertThat(page.locator(".q-policy-list li").first()).isVisible();
        }
    }

    @Test
    void an_owner_tightens_what_is_sent_and_a_builder_reads_it() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/rules/platform#send.window");
            var margin = page.locator(".q-terms vaadin-integer-field input").first();
            margin.fill("5");
            margin.blur();
            page.locator(".q-terms vaadin-button[theme~=primary]").click();
            assertThat(page.locator(".q-terms-save .q-state.good")).isVisible();

            try (var other = Browser.window(1440, false)) {
                var builder = Application.signedIn(other, "builder@qliento.local", "/rules/platform");
                assertThat(builder.locator(".q-terms vaadin-integer-field input")
                                .first())
                        .hasValue("5");
                assertThat(builder.locator(".q-terms vaadin-button[theme~=primary]"))
                        .hasCount(0);
            } finally {
                margin.fill("0");
                margin.blur();
                page.locator(".q-terms vaadin-button[theme~=primary]").click();
                assertThat(page.locator(".q-terms-save .q-state.good")).isVisible();
            }
        }
    }

    private static FilePayload sheet(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
