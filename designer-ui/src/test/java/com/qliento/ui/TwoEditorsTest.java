package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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

            begin(demo, "No, it was me.");
            say(builder, "The builder was here.");
            assertThat(builder.locator("q-ago")).containsText("Saved");

            assertThat(demo.locator(".q-editor-banner")).containsText("changed this flow");
            assertThat(demo.locator(".q-editor-banner vaadin-button").first()).hasText("Show the difference");
            end(demo);
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
            assertThat(says(builder)).containsText("No, it");
            assertThat(builder.locator(".q-editor-banner")).isHidden();

            builder.locator("vaadin-button", new Page.LocatorOptions().setHasText("Versions"))
                    .click();
            builder.getByText("Bring back").first().click();
            assertThat(says(demo)).containsText("The builder");
            assertThat(demo.locator(".q-editor-banner")).isHidden();

            leave(builder);
            assertThat(demo.locator(".q-editor-others")).isHidden();
        }
    }

    @Test
    void what_two_write_into_one_table_is_there_after_the_page_is_closed() {
        try (var ours = Browser.window(1440, false);
                var theirs = Browser.window(1440, false)) {
            var first = RuleTable.made(Application.blank(ours, "demo@qliento.local"), "Two writers");
            var builder = Application.signedIn(theirs, "builder@qliento.local", "/rules/edit/two-writers");
            assertThat(first.locator(".q-editor-others")).containsText("Also here");
            first.evaluate("document.querySelector('qliento-decision').pause = 600_000");
            RuleTable.write(cell(first), "\"mine\"");
            first.waitForFunction("document.querySelector('qliento-decision').unsaved");
            RuleTable.write(cell(builder), "\"theirs\"");
            assertThat(builder.locator("q-ago")).containsText("Saved");

            assertThat(first.locator(".q-editor-banner")).containsText("changed this table");
            Browser.see(first, "table-aside-1440-light");
            first.getByText("Go on with theirs").click();
            assertThat(cell(first)).containsText("theirs");
            first.close();

            var demo = ours.newPage();
            demo.navigate(Application.address() + "/rules/edit/two-writers");
            assertThat(cell(demo)).containsText("theirs");
            button(demo, "Versions").click();
            demo.getByText("Bring back").first().click();
            assertThat(cell(demo)).containsText("mine");
            assertThat(cell(builder)).containsText("mine");
            assertThat(builder.locator(".q-editor-banner")).isHidden();
            assertThat(demo.locator(".q-versions").last().getByText("Bring back"))
                    .hasCount(2);
        }
    }

    private static Locator cell(Page page) {
        return page.locator("qliento-decision td.output-cell").first();
    }

    @Test
    void what_was_not_seen_does_not_go_live() {
        try (var ours = Browser.window(1440, false);
                var theirs = Browser.window(1440, false)) {
            var demo = open(ours, "demo@qliento.local", "class-reminder");
            var builder = open(theirs, "builder@qliento.local", "class-reminder");
            button(demo, "Publish").click();
            demo.locator(".q-publish-note textarea").fill("What I saw");

            say(builder, "Nobody saw this " + System.nanoTime());
            assertThat(builder.locator("q-ago")).containsText("Saved");
            demo.getByText("Publish now").click();

            assertThat(demo.getByText("Not published: somebody saved this flow meanwhile"))
                    .isVisible();
            assertThat(says(demo)).containsText("Nobody saw");
            button(demo, "Publish").click();
            assertThat(demo.locator(".q-publish-note textarea")).hasValue("What I saw");
            demo.getByText("Publish now").click();
            assertThat(demo.getByText("is live")).isVisible();
            leave(builder);
        }
    }

    @Test
    void who_leaves_undecided_is_asked_and_finds_theirs_among_the_earlier_drafts() {
        try (var ours = Browser.window(1440, false);
                var theirs = Browser.window(1440, false)) {
            var demo = open(ours, "demo@qliento.local", "class-reminder");
            var builder = open(theirs, "builder@qliento.local", "class-reminder");
            begin(demo, "Mine " + System.nanoTime());
            say(builder, "The builder's " + System.nanoTime());
            assertThat(demo.locator(".q-editor-banner")).containsText("changed this flow");
            end(demo);
            assertThat(demo.locator("q-ago")).containsText("Not saved");

            demo.locator("vaadin-button[aria-label='All flows']").click();
            assertThat(demo.getByText("Leave without deciding?")).isVisible();
            Browser.picture(demo, "leave-1440-light");
            demo.getByText("Stay", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(demo.locator(".q-editor-banner")).isVisible();

            demo.locator("vaadin-button[aria-label='All flows']").click();
            demo.getByText("Keep mine there and leave").click();
            demo.waitForURL("**/flows");
            builder.reload();
            button(builder, "Versions").click();
            builder.locator(".q-versions")
                    .last()
                    .getByText("Compare with the draft")
                    .first()
                    .click();
            assertThat(builder.locator("qliento-compare del").first()).containsText("Mine");
            leave(builder);
        }
    }

    private static Locator button(Page page, String words) {
        return page.locator(".q-editor-actions vaadin-button", new Page.LocatorOptions().setHasText(words));
    }

    private static final String BLOCK = "booked";

    private static Page open(BrowserContext window, String who, String flow) {
        var page = Application.signedIn(window, who, "/flows/edit/" + flow);
        page.waitForSelector("[data-element-id=" + BLOCK + "]");
        return page;
    }

    private static Locator says(Page page) {
        return page.locator("[data-element-id=" + BLOCK + "] .q-block-says").first();
    }

    /** Changes something, and is not finished yet. */
    /** As somebody who closes the page: a window that is closed with it tells the server so in some browsers only. */
    private static void leave(Page page) {
        page.navigate("about:blank");
    }

    private static void begin(Page page, String text) {
        page.evaluate("document.querySelector('qliento-canvas').pause = 600_000");
        say(page, text);
        page.waitForFunction("document.querySelector('qliento-canvas').unsaved");
    }

    /** Is finished now. */
    private static void end(Page page) {
        page.evaluate("document.querySelector('qliento-canvas').pause = 800");
        page.evaluate("document.querySelector('qliento-canvas').tell()");
    }

    private static void say(Page page, String text) {
        page.locator("[data-element-id=" + BLOCK + "]").click();
        page.locator(".q-properties textarea").first().fill(text);
        page.locator(".q-properties textarea").first().blur();
    }
}
