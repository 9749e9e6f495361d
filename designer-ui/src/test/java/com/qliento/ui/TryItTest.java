package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The phone beside the drawing. */
class TryItTest {

    @Test
    void somebody_tries_a_sample_keeps_the_chat_and_is_held_back_when_the_flow_says_something_else() {
        try (var window = Browser.window(1440, false)) {
            var page = sample(Application.blank(window, "demo@qliento.local"));
            chats(page);

            tab(page, "Tests").click();
            button(page, "Save as test case").click();
            assertThat(page.getByText("Do not put data of real customers here")).isVisible();
            page.locator("vaadin-dialog-overlay input").fill("A flat white");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            button(page, "Run all").click();
            assertThat(page.locator(".q-try-case-state")).hasText(new String[] {"passed", "passed"});

            page.locator("[data-element-id=ready]").click();
            page.locator(".q-properties textarea").fill("It is ready.");
            page.locator(".q-properties textarea").blur();
            assertThat(page.locator(".q-try-news")).containsText("You changed the flow");
            button(page, "Publish").click();
            button(page, "Publish now").click();
            assertThat(page.getByText("2 of 2 test cases fail")).isVisible();
            button(page, "Look at them").click();
            assertThat(page.locator(".q-try-wrong").first()).containsText("One flat white, ready in ten minutes");
            assertThat(page.locator(".q-try-wrong").last()).containsText("It is ready.");
            Browser.picture(page, "try-failed-1440-light");
            button(page, "Publish").click();
            button(page, "Publish now").click();
            button(page, "Publish anyway").click();
            assertThat(page.getByText("Version 1 is live")).isVisible();
        }
    }

    private static void chats(Page page) {
        button(page, "Try it").click();
        Browser.picture(page, "try-begin-1440-light");
        page.locator(".q-try-hint button", new Page.LocatorOptions().setHasText("coffee"))
                .click();
        assertThat(bubble(page, "Which drink may we make")).isVisible();
        assertThat(page.locator("[data-element-id=drink].q-token")).hasCount(1);

        var answering = System.nanoTime();
        write(page, "juice");
        assertThat(bubble(page, "Please pick one of our drinks")).isVisible();
        System.out.println("the phone answered after " + (System.nanoTime() - answering) / 1_000_000 + " ms");
        assertThat(page.locator(".q-try-why")).containsText("is no answer");
        page.locator(".q-try-tap-list").last().click();
        assertThat(page.locator(".q-try-row").first()).isVisible();
        Browser.picture(page, "try-list-1440-light");
        page.locator(".q-try-row", new Page.LocatorOptions().setHasText("Flat white"))
                .click();
        assertThat(bubble(page, "One flat white, ready in ten minutes")).isVisible();
        assertThat(page.getByText("The flow has ended")).isVisible();
        assertThat(page.locator("[data-element-id=end].q-token")).hasCount(1);
        Browser.picture(page, "try-chat-1440-light");
        tab(page, "Answers").click();
        assertThat(page.locator(".q-try-answer")).containsText("Flat white");
    }

    @Test
    void what_stops_a_draft_is_said_on_the_phone_which_begins_when_it_is_mended() {
        try (var window = Browser.window(1440, true)) {
            var page = sample(Application.blank(window, "demo@qliento.local"));
            page.locator("[data-element-id=ready]").click();
            page.locator(".q-properties textarea").fill("");
            page.locator(".q-properties textarea").blur();
            button(page, "Try it").click();
            assertThat(page.locator(".q-try-refusal li")).not().hasCount(0);
            Browser.picture(page, "try-errors-1440-dark");

            page.locator(".q-properties textarea").fill("Mended");
            page.locator(".q-properties textarea").blur();

            assertThat(page.locator(".q-try-hint")).isVisible();
            write(page, "coffee");
            tab(page, "Clock").click();
            assertThat(page.getByText("No timer waits")).isVisible();
            Browser.picture(page, "try-clock-1440-dark");
        }
    }

    @Test
    void the_phone_fills_a_small_screen_and_plays_another_customer() {
        try (var window = Browser.window(390, false)) {
            var page = sample(Application.blank(window, "demo@qliento.local"));
            button(page, "Try it").click();
            tab(page, "Customer").click();
            page.locator("vaadin-select").first().click();
            page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Lucía"))
                    .click();
            write(page, "order");
            assertThat(bubble(page, "Which drink may we make")).isVisible();
            Browser.picture(page, "try-390-light");
        }
    }

    @Test
    void the_customer_sends_a_file_of_their_own_and_writes_in_their_language() {
        try (var window = Browser.window(1440, false)) {
            var page = sample(Application.blank(window, "demo@qliento.local"));
            page.locator("[data-element-id=ready]").click();
            page.locator(".q-properties textarea")
                    .fill("{{ if contact.language = \"es\" then \"Listo\" else \"Ready\" }}");
            page.locator(".q-properties textarea").blur();
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            button(page, "Try it").click();
            tab(page, "Customer").click();
            page.locator("vaadin-select").first().click();
            page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Lucía"))
                    .click();
            write(page, "coffee");
            assertThat(bubble(page, "Which drink may we make")).isVisible();

            attach(page, "cat.png", "image/png", MediaFieldTest.DOT);
            assertThat(page.locator(".q-try-out img")).isVisible();
            assertThat((Boolean) page.locator(".q-try-out img").evaluate("img => img.decode().then(() => true)"))
                    .isTrue();
            write(page, "1");
            assertThat(bubble(page, "Listo")).isVisible();
            attach(page, "menu.pdf", "application/pdf", "%PDF-1.7 menu".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".q-try-out a", new Page.LocatorOptions().setHasText("menu.pdf")))
                    .isVisible();
            attach(page, "evil.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.getByText("WhatsApp does not take such a file")).isVisible();
            Browser.picture(page, "try-files-1440-light");
        }
    }

    private static void attach(Page page, String name, String type, byte[] bytes) {
        page.locator(".q-try-composer input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    private static Page sample(Page page) {
        page.navigate(Application.address() + "/flows");
        page.locator("vaadin-button:has-text(\"New flow\")").click();
        page.locator(".q-flow", new Page.LocatorOptions().setHasText("Ask for a choice"))
                .locator("button")
                .last()
                .click();
        page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
        page.waitForSelector("[data-element-id=drink]");
        return page;
    }

    private static Locator button(Page page, String words) {
        return page.locator(
                "vaadin-button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private static Locator tab(Page page, String words) {
        return page.locator("vaadin-tab", new Page.LocatorOptions().setHasText(words));
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
