package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The list of flows, and the gallery. */
class FlowListTest {

    @Test
    void flows_are_copied_tagged_found_archived_and_deleted() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            choose(page, card(page, "Order at Kaffa Corner"), "Duplicate");
            var copy = card(page, "Order at Kaffa Corner (copy)");
            assertThat(copy).containsText("Draft");

            choose(page, copy, "Tags");
            page.locator("vaadin-dialog-overlay vaadin-text-field input").fill("autumn, coffee");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(copy.locator(".q-tag")).hasText(new String[] {"autumn", "coffee"});
            page.locator(".q-flow-filter vaadin-text-field input").fill("autumn");
            assertThat(page.locator(".q-flow")).hasCount(1);
            Browser.picture(page, "flows-found-1440-light");

            choose(page, copy, "Archive");
            assertThat(page.locator(".q-flow")).hasCount(0);
            page.getByText("Undo").click();
            assertThat(page.locator(".q-flow")).hasCount(1);

            choose(page, copy, "Delete");
            Browser.picture(page, "flows-delete-1440-light");
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[theme~=error][theme~=primary]")
                    .click();
            assertThat(page.locator(".q-flow")).hasCount(0);
        }
    }

    @Test
    void what_would_stop_working_is_said_before_a_live_flow_goes() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");

            choose(page, card(page, "Address for a parcel"), "Delete");

            var dialog = page.locator("vaadin-confirm-dialog-overlay");
            assertThat(dialog).containsText("Nobody answers these keywords any more: address");
            assertThat(dialog).containsText("Order at Tea Post");
            Browser.picture(page, "flows-breaks-1440-light");
        }
    }

    @Test
    void a_flow_is_taken_along_as_a_file() throws Exception {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");

            var file = page.waitForDownload(() -> choose(page, card(page, "Menu of Café Alba"), "Export as .bpmn"));

            Assertions.assertThat(file.suggestedFilename()).isEqualTo("menu.bpmn");
            Assertions.assertThat(Files.readString(file.path())).contains("bpmn:process id=\"menu\"");
        }
    }

    @Test
    void a_sample_is_chatted_with_before_it_is_taken() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.locator("[aria-label='Chat with the sample Ask how it was']").click();
            var phone = page.locator(".q-try-phone");

            phone.locator("vaadin-message-input textarea").fill("survey");
            phone.locator("vaadin-message-input textarea").press("Enter");

            assertThat(phone.locator(".q-try-chat")).containsText("How was your visit");
            Browser.picture(page, "gallery-preview-1440-light");
        }
    }

    private static Locator card(Page page, String name) {
        var exactly = page.getByText(name, new Page.GetByTextOptions().setExact(true));
        return page.locator(".q-flow").filter(new Locator.FilterOptions().setHas(exactly));
    }

    private static void choose(Page page, Locator card, String action) {
        card.locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item, vaadin-context-menu-item, vaadin-menu-bar-list-box vaadin-item")
                .filter(new Locator.FilterOptions().setHasText(action))
                .first()
                .click();
    }
}
