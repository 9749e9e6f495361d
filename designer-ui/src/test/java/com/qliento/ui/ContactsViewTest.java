package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A person: found, and what may be done with their data said and changed. */
class ContactsViewTest {

    private static final String PHONE = "4915700004712";

    @Test
    void compliance_staff_find_a_person_note_their_consent_restrict_the_use_and_lift_it() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "compliance@qliento.local");
            write(page);
            page.locator(".q-nav")
                    .getByText("People", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL(Pattern.compile(".*/contacts"));
            var search = page.locator(".q-contacts vaadin-text-field input");
            search.fill("berta");
            assertThat(page.locator(".q-contacts")).containsText("Looked through the names");
            assertThat(page.locator(".q-contacts")).containsText("Bertá Sample");
            search.fill("+49 1570 0004712");
            assertThat(page.locator(".q-contacts")).containsText("Looked for the whole number");
            Browser.usable(page, "contacts");
            Browser.seeEveryLook(page, "contacts");
            page.locator("a.q-list-link:has-text('Bertá Sample')").click();
            page.waitForURL(Pattern.compile(".*/contacts/.+"));

            assertThat(page.locator(".q-contact-uses")).containsText("no consent");
            page.locator("vaadin-button:has-text('Note a consent')").click();
            page.locator("vaadin-dialog-overlay textarea").fill("May we send you offers?");
            Browser.seeEveryLook(page, "contact-consent");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator(".q-contact-uses")).containsText("Agreed to: Marketing");

            page.locator("vaadin-button:has-text('Restrict')").click();
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator("vaadin-dialog-overlay vaadin-text-area")).hasAttribute("invalid", "");
            page.locator("vaadin-dialog-overlay textarea").fill("They dispute their address.");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator(".q-contact-uses")).containsText("They dispute their address.");

            noteTags(page);
            assertThat(page.locator(".q-contact-uses .q-state.bad").first()).hasText("restricted");
        }
    }

    private static void noteTags(Page page) {
        page.getByLabel("Tags").fill("vip, press");
        page.locator("vaadin-button:has-text('Save')").click();
        assertThat(page.locator("vaadin-notification-card").last()).containsText("Saved");
        Browser.usable(page, "contact");
        Browser.seeEveryLook(page, "contact");
        page.reload();
        assertThat(page.getByLabel("Tags")).hasValue("vip, press");
    }

    private static void write(Page page) {
        var written = page.request()
                .post(
                        Application.address() + "/simulator/customers/" + PHONE + "/messages",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(Map.of("type", "text", "text", "menu", "name", "Bertá Sample")));
        Assertions.assertThat(written.ok()).isTrue();
    }
}
