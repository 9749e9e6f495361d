package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file full of markup, handlers and addresses that run something: shown as the text it is, wherever it is shown. */
class HostileFileTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>"
            + "<a href=javascript:alert(4)>x</a>{{constructor.constructor('alert(5)')()}}\"'><b onclick=alert(6)>";
    private static final List<String> INJECTED = List.of(
            "img[onerror]", "img[src=x]", "svg[onload]", "[onclick]", "a[href^='javascript:']", "iframe[srcdoc]");

    private final List<String> alarms = new CopyOnWriteArrayList<>();

    @Test
    void markup_in_a_file_stays_text_in_every_place_of_the_editor_and_the_list(@TempDir Path files) throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = Application.blank(window, "demo@qliento.local");
            watch(page);
            page.navigate(Application.address() + "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            var file = Files.writeString(files.resolve("<img src=x onerror=alert(7)>.bpmn"), hostile());
            page.locator("vaadin-dialog-overlay vaadin-upload input[type=file]").setInputFiles(file);
            page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
            page.waitForSelector(".djs-shape[data-element-id=say]");
            inert(page);

            page.locator(".q-problems summary").click();
            assertThat(page.locator(".q-problems li").first()).isVisible();
            for (var id : List.of("start", "say", "ask", "which", "call", "script", "note")) {
                page.locator(".djs-shape[data-element-id=" + id + "]").click(new Locator.ClickOptions().setForce(true));
                inert(page);
            }
            page.locator(".djs-connection[data-element-id=f2]").click(new Locator.ClickOptions().setForce(true));
            inert(page);
            Browser.picture(page, "hostile-1440-light");
            page.locator(".q-problems .q-jump").first().click();
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Versions"))
                    .click();
            inert(page);

            page.navigate(Application.address() + "/flows");
            page.waitForSelector(".q-flow");
            assertThat(page.getByText("<img src=x onerror=alert(1)>").first()).isVisible();
            inert(page);
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.waitForSelector("vaadin-dialog-overlay vaadin-upload");
            inert(page);
        }
    }

    @Test
    void files_that_would_exhaust_somebody_are_refused_with_the_reason(@TempDir Path files) throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = Application.blank(window, "demo@qliento.local");
            watch(page);
            page.navigate(Application.address() + "/flows");
            page.locator("q-drop vaadin-upload input[type=file]").setInputFiles(exhausting(files));

            refused(page, "huge.bpmn", "It has more than 2 MB");
            refused(page, "many.bpmn", "more XML in it than a flow can have");
            refused(page, "crowd.bpmn", "more than 500 steps and arrows");
            refused(page, "deep.bpmn", "more XML in it than a flow can have");
            refused(page, "bomb.bpmn", "DOCTYPE");
            Browser.picture(page, "hostile-refused-1440-light");
            inert(page);
            page.locator(".q-imports a:has-text(\"twice\")").click();
            page.locator(".q-problems summary").click();
            assertThat(page.locator(".q-problems")).containsText("stands twice in the file");
            Browser.picture(page, "hostile-twice-1440-light");
            inert(page);
        }
    }

    private static Path[] exhausting(Path files) throws IOException {
        var crowd = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            crowd.append("<textAnnotation id='n").append(i).append("'><text>n</text></textAnnotation>");
        }
        var bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        return new Path[] {
            Files.write(files.resolve("huge.bpmn"), new byte[50 * 1024 * 1024]),
            file(files, "many.bpmn", flow("<task/>".repeat(100_000))),
            file(files, "crowd.bpmn", flow(crowd.toString())),
            file(files, "deep.bpmn", flow("<subProcess>".repeat(20_000) + "</subProcess>".repeat(20_000))),
            file(files, "bomb.bpmn", bomb + flow("<task name='&b;'/>")),
            file(files, "twice.bpmn", flow("<task id='a'/><task id='a'/>"))
        };
    }

    private static Path file(Path files, String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content);
    }

    private static void refused(Page page, String file, String why) {
        assertThat(page.locator(".q-imports li.bad", new Page.LocatorOptions().setHasText(file)))
                .containsText(why);
    }

    private static String flow(String content) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
                + "<process id='p' isExecutable='true'>" + content + "</process></definitions>";
    }

    @Test
    void a_message_of_more_than_a_few_megabytes_is_not_even_read() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");

            var status = page.evaluate("fetch('/?v-r=uidl&v-uiId=0', { method: 'POST', body: 'x'.repeat(7 << 20) })"
                    + ".then((answer) => answer.status, () => 413)");

            assertThat(status).isEqualTo(413);
            var encoded = page.evaluate("fetch('/?v%2Dr=uidl&v-uiId=0', { method: 'POST', body: 'x'.repeat(7 << 20) })"
                    + ".then((answer) => answer.status, () => 413)");
            assertThat(encoded).isEqualTo(413);

            page.navigate(Application.address() + "/flows");
            page.waitForSelector(
                    "q-drop vaadin-upload", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(uploaded(page, 1 << 20)).isEqualTo(200);
            assertThat(uploaded(page, 3 << 20)).isEqualTo(413);
        }
    }

    /** Sends a file as somebody without the upload component would; the status. */
    private static Object uploaded(Page page, int bytes) {
        return page.evaluate(
                "bytes => { const form = new FormData();"
                        + " form.append('file', new File(['x'.repeat(bytes)], 'some.bpmn'));"
                        + " return fetch(document.querySelector('q-drop vaadin-upload').target, { method: 'POST', body: form })"
                        + ".then((answer) => answer.status); }",
                bytes);
    }

    private void watch(Page page) {
        page.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> alarms.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                alarms.add("console: " + message.text());
            }
        });
    }

    private void inert(Page page) {
        INJECTED.forEach(selector ->
                assertThat(page.locator(selector).count()).as(selector).isZero());
        assertThat(alarms).isEmpty();
    }

    private static String hostile() {
        var text = MARKUP.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="javascript:alert(8)"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:evil="javascript:alert(9)"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <process id="p" name="M" isExecutable="true" evil:onload="alert(10)">
                    <documentation>M</documentation>
                    <startEvent id="start" name="M"/>
                    <sendTask id="say" name="M" camunda:modelerTemplate="qliento.text">
                      <documentation>M</documentation>
                      <extensionElements><evil:script onload="M">M</evil:script><camunda:properties>
                        <camunda:property name="text" value="M"/><camunda:property name="M" value="M"/>
                      </camunda:properties></extensionElements>
                    </sendTask>
                    <receiveTask id="ask" name="M" camunda:modelerTemplate="qliento.ask-choice">
                      <extensionElements><camunda:properties>
                        <camunda:property name="question" value="M"/><camunda:property name="options" value="M"/>
                        <camunda:property name="name" value="M"/>
                      </camunda:properties></extensionElements>
                    </receiveTask>
                    <exclusiveGateway id="which" name="M"/>
                    <callActivity id="call" name="M" calledElement="javascript:alert(11)" camunda:modelerTemplate="qliento.start-flow"/>
                    <scriptTask id="script" name="M" scriptFormat="javascript"><script>alert(12)</script></scriptTask>
                    <userTask id="note" name="M" camunda:formKey="javascript:alert(13)" camunda:modelerTemplate="M"/>
                    <sequenceFlow id="f1" name="M" sourceRef="start" targetRef="say"/>
                    <sequenceFlow id="f5" name="M" sourceRef="say" targetRef="ask"/>
                    <sequenceFlow id="f6" name="M" sourceRef="ask" targetRef="which"/>
                    <sequenceFlow id="f2" name="M" sourceRef="which" targetRef="call">
                      <conditionExpression xsi:type="tFormalExpression" language="M">M</conditionExpression>
                    </sequenceFlow>
                    <sequenceFlow id="f3" sourceRef="which" targetRef="script"/>
                    <sequenceFlow id="f4" sourceRef="call" targetRef="note"/>
                  </process>
                </definitions>
                """.replaceAll("(?<![A-Za-z.:])M(?![A-Za-z])", Matcher.quoteReplacement(text));
    }
}
