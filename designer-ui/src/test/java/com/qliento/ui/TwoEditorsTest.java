package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Two people who draw the same flow, each in a browser of their own. */
class TwoEditorsTest {

    @Test
    void nothing_is_lost_when_two_change_the_same_flow() {
        try (var ours = Browser.window(1440, false);
                var theirs = Browser.window(1440, false)) {
            var demo = open(ours, "demo@qliento.local", "class-reminder");
            var builder = open(theirs, "builder@qliento.local", "class-reminder");
            assertThat(demo.locator(".q-editor-others")).containsText("Also here");

            say(builder, "The builder was here.");
            assertThat(builder.locator("q-ago")).containsText("Saved");

            assertThat(demo.locator(".q-editor-banner")).containsText("changed this flow");
            say(demo, "No, it was me.");
            assertThat(demo.locator("q-ago")).containsText("Not saved");
            Browser.picture(demo, "two-editors-1440-light");
            demo.getByText("Show the difference").click();
            assertThat(demo.locator("qliento-compare del").first()).containsText("No, it was me.");
            assertThat(demo.locator("qliento-compare ins").first()).containsText("The builder was here.");
            Browser.picture(demo, "compare-1440-light");
            demo.locator("vaadin-dialog-overlay vaadin-button[aria-label=Close]")
                    .click();

            demo.getByText("Go on with mine").click();
            assertThat(demo.locator("q-ago")).containsText("Saved");
            assertThat(builder.locator(".q-editor-banner")).containsText("changed this flow");
            builder.getByText("Go on with theirs").click();
            assertThat(builder.locator("[data-element-id=" + BLOCK + "] .q-block-says")
                            .first())
                    .containsText("No, it");

            builder.locator("vaadin-button", new Page.LocatorOptions().setHasText("Versions"))
                    .click();
            builder.getByText("Bring back").first().click();
            assertThat(demo.locator(".q-editor-banner")).containsText("changed this flow");
            demo.getByText("Go on with theirs").click();
            assertThat(demo.locator("[data-element-id=" + BLOCK + "] .q-block-says")
                            .first())
                    .containsText("The builder");
        }
    }

    @Test
    void what_a_colleague_saves_while_somebody_is_about_to_publish_does_not_go_live_unseen() {
        try (var ours = Browser.window(1440, false);
                var theirs = Browser.window(1440, false)) {
            var demo = open(ours, "demo@qliento.local", "class-reminder");
            var builder = open(theirs, "builder@qliento.local", "class-reminder");
            demo.locator(".q-editor-actions vaadin-button", new Page.LocatorOptions().setHasText("Publish"))
                    .click();
            assertThat(demo.locator(".q-publish-note textarea")).isVisible();

            say(builder, "Saved behind the back.");
            assertThat(builder.locator("q-ago")).containsText("Saved");
            demo.getByText("Publish now").click();

            assertThat(demo.getByText("Nothing went live")).isVisible();
            assertThat(demo.locator(".q-editor-banner")).containsText("changed this flow");
        }
    }

    private static final String BLOCK = "booked";

    private static Page open(com.microsoft.playwright.BrowserContext window, String who, String flow) {
        var page = Application.signedIn(window, who);
        page.navigate(Application.address() + "/flows/edit/" + flow);
        page.waitForSelector("[data-element-id=" + BLOCK + "]");
        return page;
    }

    private static void say(Page page, String text) {
        page.locator("[data-element-id=" + BLOCK + "]").click();
        page.locator(".q-properties textarea").first().fill(text);
        page.locator(".q-properties textarea").first().blur();
    }
}
