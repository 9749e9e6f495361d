package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sender of e-mails, set and tried, and the mail of the demo. */
class MailViewTest {

    @Test
    void a_sender_is_set_and_tried_and_the_demos_mail_is_shown_in_place_of_an_inbox() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("E-mail").click();
            page.waitForURL(Pattern.compile(".*/mail"));
            assertThat(page.locator(".q-mail-caught")).containsText("no e-mail leaves this machine");

            field(page, "E-mail address").fill("shop");
            field(page, "Mail server").fill("smtp.example.com");
            page.locator("vaadin-button:has-text('Save')").click();
            assertThat(page.locator(".q-mail")).containsText("Write one address");
            field(page, "E-mail address").fill("shop@example.com");
            field(page, "User").fill("shop");
            field(page, "Password").fill("tok-4f9a");
            page.locator("vaadin-button:has-text('Save')").click();
            assertThat(page.locator("vaadin-button:has-text('Take the sender out')"))
                    .isVisible();
            Browser.usable(page, "mail");
            Browser.picture(page, "mail-1440-light");

            field(page, "To").fill("me@example.org");
            page.locator("vaadin-button:has-text('Send a test')").click();
            assertThat(page.locator(".q-mail")).containsText("The server took it");
            page.navigate(Application.address() + "/simulator/mail");
            page.locator(".mails a").first().click();
            assertThat(page.locator("h1")).hasText("Your mail arrives");
            assertThat(page.frameLocator("iframe").locator("h1")).hasText("Your mail arrives");
            Browser.usable(page, "simulated mail");

            page.navigate(Application.address() + "/mail");
            page.locator("vaadin-button:has-text('Take the sender out')").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator("vaadin-button:has-text('Take the sender out')"))
                    .hasCount(0);
        }
    }

    @Test
    void somebody_says_what_they_want_no_mail_about_and_finds_it_so_again() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Notices").click();
            page.waitForURL(Pattern.compile(".*/notices"));
            var webhooks = page.getByLabel("A webhook was switched off");
            assertThat(webhooks).isChecked();
            Browser.seeEveryLook(page, "notices");

            webhooks.uncheck();
            assertThat(page.locator("vaadin-notification-card")).containsText("not be told any more");
            page.reload();
            assertThat(webhooks).not().isChecked();
            webhooks.check();
        }
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
