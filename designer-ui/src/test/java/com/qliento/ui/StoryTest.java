package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who comes for the first time. */
class StoryTest {

    @Test
    void a_sample_is_taken_changed_published_and_rolled_back() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            takeSample(page, "Welcome");
            page.locator("[data-element-id=greet]").click();
            Browser.picture(page, "editor-block-1440-light");

            page.locator(".q-properties textarea").fill("Good to see you!");
            page.locator(".q-properties textarea").blur();
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            assertThat(page.locator("[data-element-id=greet] .q-block-says")).hasText("Good to see you!");
            publish(page, "A warmer welcome");
            takeTheNewReplies(page);
            publish(page, "A warmer welcome");
            assertThat(page.getByText("Version 1 is live")).isVisible();

            page.locator(".q-properties textarea").fill("");
            page.locator(".q-properties textarea").blur();
            askToPublish(page);
            assertThat(page.getByText("Not yet")).isVisible();
            assertThat(button(page, "Publish now")).isDisabled();
            page.locator(".q-publish-problems vaadin-button").first().click();
            assertThat(page.locator(".q-publish-problems")).hasCount(0);
            assertThat(page.locator(".q-problems summary")).hasClass("bad");
            page.locator(".q-toolbar [aria-label^=Undo]").click();
            assertThat(page.locator(".q-problems summary")).hasClass("warn");
            publish(page, "");
            assertThat(page.getByText("Version 2 is live")).isVisible();

            button(page, "Versions").click();
            assertThat(page.locator(".q-version-note")).hasText("A warmer welcome");
            Browser.picture(page, "versions-1440-light");
            page.getByText("Make live again").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[theme~=primary]")
                    .click();
            assertThat(page.getByText("Version 1 is live again, as version 3")).isVisible();
        }
    }

    /** The sample's own test knows the old words. */
    private static void takeTheNewReplies(Page page) {
        assertThat(page.getByText("1 of 1 test cases fail")).isVisible();
        button(page, "Look at them").click();
        button(page, "These replies are right").click();
        assertThat(page.locator(".q-try-case-state")).hasText("passed");
        page.locator(".q-try-bar [aria-label=Close]").click();
    }

    private static void takeSample(Page page, String name) {
        page.getByText("Flows", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("vaadin-button:has-text(\"New flow\")").click();
        page.locator(".q-flow", new Page.LocatorOptions().setHasText(name))
                .locator("button")
                .last()
                .click();
        page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(words));
    }

    private static void askToPublish(Page page) {
        page.locator(".q-editor-actions vaadin-button", new Page.LocatorOptions().setHasText("Publish"))
                .click();
    }

    private static void publish(Page page, String note) {
        askToPublish(page);
        page.locator(".q-publish-note textarea").fill(note);
        Browser.picture(page, "publish-1440-light");
        page.getByText("Publish now").click();
    }

    @Test
    void a_block_is_appended_by_a_press_and_dragged_in_by_the_mouse() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.locator(".q-flow button").first().click();
            page.waitForSelector("[data-element-id=greet]");
            page.locator("[data-element-id=greet]").click();

            page.locator("[data-block=wait]").click();
            assertThat(page.locator(".djs-shape[data-element-id^=Event_]:not([data-element-id$=_label])"))
                    .hasCount(1);
            page.locator("[data-block=buttons]").scrollIntoViewIfNeeded();
            var entry = page.locator("[data-block=buttons]").boundingBox();
            page.mouse().move(entry.x + 40, entry.y + 12);
            page.mouse().down();
            page.mouse().move(entry.x + 300, entry.y + 200, new MoveOptions().setSteps(8));
            page.mouse().move(entry.x + 420, entry.y + 320, new MoveOptions().setSteps(8));
            page.mouse().up();

            assertThat(page.locator(".djs-shape[data-element-id^=Activity_] .q-block-name"))
                    .hasText("Buttons");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
        }
    }

    @Test
    void a_drawing_is_tidied_up_in_one_step_and_put_back_in_one() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/shop-order");
            page.waitForSelector(".djs-shape");
            var before = shapes(page);

            page.locator(".q-toolbar [aria-label^=Tidy]").click();

            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            Browser.picture(page, "editor-tidied-1440-light");
            Assertions.assertThat(shapes(page)).isNotEqualTo(before);
            page.locator(".q-toolbar [aria-label^=Undo]").click();
            Assertions.assertThat(shapes(page)).isEqualTo(before);
            assertThat(page.locator(".q-toolbar [aria-label^=Undo]")).isDisabled();
        }
    }

    private static Object shapes(Page page) {
        return page.evaluate(
                "[...document.querySelectorAll('.djs-shape, .djs-connection')].map(e => e.dataset.elementId + "
                        + "e.getAttribute('transform') + e.querySelector('.djs-visual > path')?.getAttribute('d')).sort()");
    }

    @Test
    void a_file_of_another_tool_is_imported_and_what_is_no_flow_is_refused(@TempDir Path files) throws Exception {
        var foreign = Files.writeString(files.resolve("Order process.bpmn"), """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org">
                  <process id="order" name="Order &lt;img src=x onerror=alert(1)&gt;">
                    <startEvent id="s"/><scriptTask id="t" name="Count"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                  </process>
                </definitions>
                """);
        var noFlow = Files.writeString(files.resolve("letter.bpmn"), "Dear Sir or Madam");
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();

            page.locator("vaadin-dialog-overlay vaadin-upload input[type=file]").setInputFiles(noFlow);
            assertThat(page.getByText("This file is no flow")).isVisible();
            page.locator("vaadin-dialog-overlay vaadin-upload input[type=file]").setInputFiles(foreign);

            page.waitForURL(Pattern.compile(".*/flows/edit/order-process"));
            assertThat(page.locator(".q-editor-bar h1")).hasText("Order <img src=x onerror=alert(1)>");
            assertThat(page.locator(".q-problems summary")).containsText("Problems");
        }
    }

    @Test
    void a_viewer_sees_flows_and_can_change_nothing() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local", "/flows");
            page.waitForSelector(".q-flow");
            assertThat(page.locator("vaadin-button:has-text(\"New flow\")")).hasCount(0);

            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");

            assertThat(page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Publish")))
                    .hasCount(0);
            assertThat(page.locator(".q-palette")).isHidden();
        }
    }

    @Test
    void a_wrong_password_is_told_and_the_door_stays_shut() {
        try (var window = Browser.window(390, false)) {
            var page = window.newPage();
            page.navigate(Application.address() + "/flows");
            page.locator("input[name=username]").fill("demo@qliento.local");
            page.locator("input[name=password]").fill("wrong");
            page.locator("vaadin-button[theme*=submit]").click();

            assertThat(page.getByText("That did not work")).isVisible();
            assertThat(page.locator(".q-shell")).hasCount(0);
        }
    }
}
