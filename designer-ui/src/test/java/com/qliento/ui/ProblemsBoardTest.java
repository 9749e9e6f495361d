package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checker finds is seen on the board, found by a press, and mended by another. */
class ProblemsBoardTest {

    private static final String BROKEN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <process id="mend" name="Colours" isExecutable="true">
                <startEvent id="start"/>
                <receiveTask id="ask" name="Which colour?" camunda:modelerTemplate="qliento.ask-choice">
                  <extensionElements><camunda:properties>
                    <camunda:property name="question" value="Which colour do you like?"/>
                    <camunda:property name="options" value="Red&#10;Blue"/>
                    <camunda:property name="name" value="colour"/>
                  </camunda:properties></extensionElements>
                </receiveTask>
                <exclusiveGateway id="which" name="Red?"/>
                <sendTask id="red" name="It is red" camunda:modelerTemplate="qliento.text">
                  <extensionElements><camunda:properties>
                    <camunda:property name="text" value="You like {{ coluor }}."/>
                  </camunda:properties></extensionElements>
                </sendTask>
                <sendTask id="green" name="It is green" camunda:modelerTemplate="qliento.text">
                  <extensionElements><camunda:properties>
                    <camunda:property name="text" value="Green it is."/>
                  </camunda:properties></extensionElements>
                </sendTask>
                <sendTask id="lost" name="Lost" camunda:modelerTemplate="qliento.buttons">
                  <extensionElements><camunda:properties>
                    <camunda:property name="text" value="Four of them"/>
                    <camunda:property name="button1" value="One"/>
                    <camunda:property name="button2" value="Two"/>
                    <camunda:property name="button3" value="Three"/>
                    <camunda:property name="button4" value="Four"/>
                  </camunda:properties></extensionElements>
                </sendTask>
                <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <sequenceFlow id="f2" sourceRef="ask" targetRef="which"/>
                <sequenceFlow id="f3" sourceRef="which" targetRef="red">
                  <conditionExpression xsi:type="tFormalExpression" language="feel">colour = "Red"</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="f4" sourceRef="which" targetRef="green">
                  <conditionExpression xsi:type="tFormalExpression" language="feel">colour = "Green"</conditionExpression>
                </sequenceFlow>
              </process>
            </definitions>
            """;

    @Test
    void a_problem_is_seen_found_mended_by_a_press_and_brought_back_by_undo(@TempDir Path files) throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = opened(window, "demo@qliento.local", Files.writeString(files.resolve("colours.bpmn"), BROKEN));
            page.locator(".q-problems summary").click();
            Browser.picture(page, "problems-1440-light");

            row(page, "is never reached").locator(".q-jump").click();
            assertThat(page.locator(".djs-shape[data-element-id=lost]")).hasClass(Pattern.compile("selected"));

            mend(page, "is never reached");
            assertThat(page.locator(".djs-shape[data-element-id=lost]")).hasCount(0);
            assertThat(row(page, "is never reached")).hasCount(0);

            page.locator(".q-toolbar").getByLabel("Undo").click();
            assertThat(page.locator(".djs-shape[data-element-id=lost]")).hasCount(1);
            assertThat(row(page, "is never reached")).hasCount(1);
        }
    }

    @Test
    void what_can_be_mended_is_mended_press_by_press_until_nothing_is_left(@TempDir Path files) throws IOException {
        try (var window = Browser.window(1440, true)) {
            var page = opened(window, "demo@qliento.local", Files.writeString(files.resolve("mending.bpmn"), BROKEN));
            page.locator(".q-problems summary").click();

            mend(page, "has 4 buttons");
            assertThat(row(page, "has 4 buttons")).hasCount(0);
            mend(page, "coluor");
            assertThat(row(page, "coluor")).hasCount(0);
            assertThat(page.locator(".djs-shape[data-element-id=red]")).containsText("colour }}");
            mendAll(page);

            assertThat(page.locator(".q-problems summary")).containsText("No problems");
            Browser.picture(page, "problems-mended-1440-dark");
        }
    }

    @Test
    void a_long_text_an_id_twice_and_a_missing_start_are_mended_too(@TempDir Path files) throws IOException {
        var words = "Sentence after sentence. ".repeat(200);
        var flow = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="p" name="Long" isExecutable="false">
                    <sendTask id="red" name="Long" camunda:modelerTemplate="qliento.text">
                      <extensionElements><camunda:properties><camunda:property name="text" value="%s"/>
                      </camunda:properties></extensionElements>
                    </sendTask>
                    <endEvent id="end" name="One"/><endEvent id="end" name="Other"/>
                    <sequenceFlow id="f" sourceRef="red" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(words);
        try (var window = Browser.window(1440, false)) {
            var page = opened(window, "demo@qliento.local", Files.writeString(files.resolve("long.bpmn"), flow));
            page.locator(".q-problems summary").click();
            assertThat(page.locator(".djs-shape[data-element-id=end_2]")).hasCount(1);

            mendAll(page);

            assertThat(page.locator(".q-problems summary")).containsText("No problems");
            assertThat(page.locator(".djs-shape .q-block-name", new Page.LocatorOptions().setHasText("Text")))
                    .hasCount(1);
        }
    }

    @Test
    void problems_are_told_in_the_language_of_the_account(@TempDir Path files) throws IOException {
        try (var window = Browser.window(390, false)) {
            var page = Application.signedIn(window, "builder@qliento.local");
            speak(page, "Español");
            imported(page, Files.writeString(files.resolve("colores.bpmn"), BROKEN));
            page.locator(".q-problems summary").click();

            assertThat(row(page, "Nada da un valor a 'coluor'").locator(".q-mend"))
                    .hasText("Corregir a «colour»");
            Browser.picture(page, "problems-390-light-es");

            page.navigate(Application.address() + "/flows");
            speak(page, "English");
        }
    }

    private static void speak(Page page, String language) {
        page.locator("q-command-bar dialog")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.keyboard().press("Control+k");
        page.keyboard().type(language);
        var loaded = new AtomicBoolean();
        page.onLoad(again -> loaded.set(true));
        page.keyboard().press("Enter");
        page.waitForCondition(loaded::get);
        page.waitForSelector(".q-shell");
    }

    private static Page opened(BrowserContext window, String email, Path file) {
        var page = Application.signedIn(window, email);
        imported(page, file);
        return page;
    }

    private static void imported(Page page, Path file) {
        page.navigate(Application.address() + "/flows");
        page.locator("vaadin-button[theme*=primary]").first().click();
        page.locator("vaadin-dialog-overlay vaadin-upload input[type=file]").setInputFiles(file);
        page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
        page.waitForSelector(".djs-shape[data-element-id=red]");
    }

    private static Locator row(Page page, String words) {
        return page.locator(".q-problems li", new Page.LocatorOptions().setHasText(words));
    }

    private static void mendAll(Page page) {
        page.locator(".q-mend").first().waitFor();
        for (int presses = 0; presses < 12 && page.locator(".q-mend").count() > 0; presses++) {
            page.locator(".q-mend").first().click();
            page.locator(".q-mended").waitFor();
            assertThat(page.locator(".q-mended")).hasCount(0);
        }
    }

    /** Presses the repair, and waits until the check has looked again. */
    private static void mend(Page page, String words) {
        row(page, words).locator(".q-mend").click();
        page.locator(".q-mended").waitFor();
        assertThat(page.locator(".q-mended")).hasCount(0);
    }
}
