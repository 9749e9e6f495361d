package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first ten minutes of somebody who never saw BPMN, in the order in which README tells them. */
class TenMinutesTest {

    @Test
    void somebody_chats_with_the_sample_signs_in_and_ten_minutes_later_talks_to_their_own_chatbot() {
        try (var window = Browser.window(1440, false)) {
            var phone = chatsWithTheSample(window);
            var page = Application.signedIn(window, "demo@qliento.local");
            takesASample(page);
            changesWhatItSays(page);
            addsAChoiceWithAWay(page);
            seesAProblemAndRepairsIt(page);
            triesItAndKeepsTheChat(page);
            publishes(page, "Now with our warranty", 1);
            writesTheKeywordOnTheSamePhone(phone);
            seesTheCustomerStand(page);
            changesItsMind(page);
        }
    }

    private static Page chatsWithTheSample(BrowserContext window) {
        var phone = window.newPage();
        phone.navigate(Application.address() + "/simulator/phone");
        says(phone, "menu");
        assertThat(heard(phone, "Welcome to Café Alba")).isVisible();
        phone.getByText("See the menu").last().click();
        phone.locator("#sheet-rows").getByText("Opening hours").click();
        phone.locator("#sheet-send").click();
        assertThat(heard(phone, "We are open Tuesday to Sunday")).isVisible();
        return phone;
    }

    private static void says(Page phone, String words) {
        phone.locator("#text").fill(words);
        phone.locator("#send").click();
    }

    private static Locator heard(Page phone, String words) {
        return phone.locator("#messages").getByText(words).last();
    }

    private static void takesASample(Page page) {
        page.locator(".q-nav").getByText("Flows").click();
        button(page, "New flow").click();
        page.locator("vaadin-dialog-overlay .q-flow", new Page.LocatorOptions().setHasText("Questions and answers"))
                .locator("button.q-flow-name")
                .click();
        page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
        page.waitForSelector("[data-element-id=topic]");
    }

    private static void changesWhatItSays(Page page) {
        block(page, "start").click();
        field(page, "Keywords").fill("faq, lumo");
        block(page, "care").click();
        field(page, "Text").fill("A dry cloth is all it needs. And switch it off first!");
        field(page, "Text").blur();
        assertThat(page.locator("[data-element-id=care]").getByText("And switch it off first!"))
                .isVisible();
        assertThat(page.locator(".q-editor-saved")).containsText("Saved");
    }

    private static void addsAChoiceWithAWay(Page page) {
        block(page, "topic").click();
        page.locator(".q-properties").getByText("Add an option").click();
        field(page, "Option 5").fill("Warranty");
        field(page, "Option 5").blur();
        block(page, "which").click();
        page.locator(".q-properties").getByText("Add a way for “Warranty”").click();
        assertThat(page.locator(".q-properties").getByText("Add a way for “Warranty”"))
                .hasCount(0);
    }

    private static void seesAProblemAndRepairsIt(Page page) {
        page.locator(".q-problems summary").click();
        var problem = page.locator(".q-problems li", new Page.LocatorOptions().setHasText("the flow ends here"));
        assertThat(problem).hasCount(1);
        Browser.picture(page, "story-problem-1440-light");
        problem.locator(".q-mend").click();
        assertThat(problem).hasCount(0);
        page.locator(".q-problems summary").click();

        var fresh = page.locator(".djs-shape[data-element-id^=Activity_]");
        fresh.click();
        field(page, "Text").fill("Two years, on everything we make.");
        field(page, "Text").blur();
        assertThat(page.locator(".q-problems summary")).not().hasClass(Pattern.compile("bad"));
    }

    private static void triesItAndKeepsTheChat(Page page) {
        button(page, "Try it").click();
        write(page, "lumo");
        assertThat(bubble(page, "What would you like to know")).isVisible();
        page.locator(".q-try-tap-list").last().click();
        page.locator(".q-try-row", new Page.LocatorOptions().setHasText("Warranty"))
                .click();
        assertThat(bubble(page, "Two years, on everything we make.")).isVisible();
        Browser.picture(page, "story-try-1440-light");
        page.locator("vaadin-tab", new Page.LocatorOptions().setHasText("Tests"))
                .click();
        button(page, "Save as test case").click();
        page.locator("vaadin-dialog-overlay input").fill("Somebody asks for the warranty");
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
        button(page, "Run all").click();
        assertThat(page.locator(".q-try-case-state")).hasText(new String[] {"passed", "passed"});
    }

    private static void publishes(Page page, String note, int version) {
        button(page, "Publish").click();
        page.locator(".q-publish-note textarea").fill(note);
        button(page, "Publish now").click();
        assertThat(page.getByText("Version " + version + " is live")).isVisible();
    }

    /** The phone still stands in the sample's flow, which waits for an answer. */
    private static void writesTheKeywordOnTheSamePhone(Page phone) {
        says(phone, "Lumo");
        assertThat(heard(phone, "about your lamp")).isVisible();
    }

    private static void seesTheCustomerStand(Page page) {
        button(page, "Try it").click();
        button(page, "Live").click();
        var live = page.locator(".q-live-layer");
        assertThat(live.locator(".q-live")).hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        live.locator("[data-element-id=topic]").click();
        assertThat(live.locator(".q-live-sheet")).containsText("Ana");
        Browser.picture(page, "story-live-1440-light");
        live.locator(".q-live-sheet").getByText("Ana").click();
        page.waitForURL(Pattern.compile(".*/conversations/.+"));
        assertThat(page.locator(".q-said.in").last()).containsText("Lumo");
        assertThat(page.locator(".q-said.out").last()).containsText("What would you like to know");
        page.goBack();
        page.waitForSelector("[data-element-id=care]");
    }

    private static void changesItsMind(Page page) {
        block(page, "care").click();
        field(page, "Text").fill("Never mind.");
        field(page, "Text").blur();
        assertThat(page.locator(".q-editor-saved")).containsText("Saved");
        publishes(page, "", 2);
        button(page, "Versions").click();
        assertThat(page.locator(".q-version-note")).hasText("Now with our warranty");
        page.getByText("Make live again").click();
        page.locator("vaadin-confirm-dialog-overlay vaadin-button[theme~=primary]")
                .click();
        assertThat(page.getByText("Version 1 is live again, as version 3")).isVisible();
    }

    private static Locator block(Page page, String id) {
        return page.locator(".q-editor-body > qliento-canvas .djs-shape[data-element-id=" + id + "]");
    }

    private static Locator field(Page page, String label) {
        return page.locator(".q-properties").getByLabel(label).first();
    }

    private static Locator button(Page page, String words) {
        return page.locator(
                "vaadin-button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private static Locator bubble(Page page, String words) {
        return page.locator(".q-try-in", new Page.LocatorOptions().setHasText(words))
                .last();
    }

    private static void write(Page page, String words) {
        page.locator("vaadin-message-input textarea").fill(words);
        page.locator("vaadin-message-input textarea").press("Enter");
    }
}
