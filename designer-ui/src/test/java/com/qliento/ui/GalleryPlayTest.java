package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** A sample's chat, played before it is taken. */
class GalleryPlayTest {

    @Test
    void a_sample_plays_its_chat_and_stops_when_asked() {
        try (var window = Browser.window(1440, false)) {
            var page = preview(Application.blank(window, "demo@qliento.local"), "Ask how it was");
            var chat = page.locator(".q-try-chat");

            button(page, "Play").click();
            assertThat(chat).containsText("How was your visit");
            button(page, "Pause").click();
            assertThat(button(page, "Play")).isVisible();
            assertThat(chat).not().containsText("The team reads every answer");
            Browser.picture(page, "gallery-paused-1440-light");

            button(page, "Play").click();
            assertThat(chat).containsText("The team reads every answer", new ContainsTextOptions().setTimeout(30_000));
            assertThat(button(page, "Play again")).isVisible();
        }
    }

    @Test
    void who_wants_no_motion_gets_the_whole_chat_at_once() {
        try (var window = Browser.window(390, true)) {
            var page = Application.blank(window, "demo@qliento.local");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            preview(page, "Ask how it was");

            button(page, "Play").click();

            assertThat(page.locator(".q-try-chat")).containsText("The team reads every answer");
            assertThat(button(page, "Play again")).isVisible();
            Browser.picture(page, "gallery-played-390-dark");
        }
    }

    private static Page preview(Page page, String sample) {
        page.navigate(Application.address() + "/flows");
        page.locator("vaadin-button:has-text(\"New flow\")").first().click();
        page.locator("[aria-label='Chat with the sample " + sample + "']").click();
        page.waitForSelector(".q-try-phone");
        return page;
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-dialog-overlay vaadin-button")
                .getByText(words, new GetByTextOptions().setExact(true));
    }
}
