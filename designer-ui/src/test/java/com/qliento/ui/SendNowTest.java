package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A request that is sent from the board, and the fields of its answer that become what is kept. */
class SendNowTest {

    private static final String FLOW = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <bpmn:process id="KEY" name="Sends now" isExecutable="true">
                <bpmn:startEvent id="start" camunda:modelerTemplate="qliento.start">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="keywords" value="KEY"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask"/>
                <bpmn:serviceTask id="ask" name="Ask the shop" camunda:modelerTemplate="qliento.request">
                  <bpmn:extensionElements><camunda:properties>
                    SETTINGS
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Test
    void a_field_of_the_answer_is_pressed_and_kept_under_its_name() {
        draft("sends-now", "address", "/simulator/echo", "query", "order = {{ answer }}&#10;lang = en");
        try (var window = Browser.window(1440, false)) {
            var page = block(window, "builder@qliento.local", "sends-now");
            page.locator(".q-send-sample input").fill("A/7");

            page.locator(".q-send-button").click();

            assertThat(page.locator(".q-answer-facts")).containsText(Pattern.compile("Status 200 · \\d+ ms"));
            var order = page.locator("[data-path='body.query.order']");
            assertThat(order).containsText("A/7");
            order.click();
            assertThat(page.locator(".q-picks .q-items input").first()).hasValue("order");
            assertThat(page.locator(".q-pick-category")).isFocused();
            assertThat(page.locator("[data-path='body.query.order']")).containsText("kept as order");
            page.locator(".q-pick-category").selectOption("order");
            page.locator("[data-path='body.headers.\"content-type\"'], [data-path='body.method']")
                    .first()
                    .click();
            assertThat(page.locator(".q-pick-category")).hasCount(2);
            page.locator("button[data-path='status']").click();
            page.locator("button.q-field-whole[data-path='body.query']").click();
            assertThat(page.locator(".q-pick-type")).hasCount(4);
            assertThat(page.locator(".q-pick-type").nth(2)).hasValue("number");
            assertThat(page.locator(".q-pick-type").nth(3)).hasValue("any");
            assertThat(page.locator("[data-setting=name]")).hasCount(0);
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            looks(page);

            page.reload();
            page.locator("g.djs-shape[data-element-id=ask]").click();
            assertThat(page.locator(".q-pick-category").first()).hasValue("order");
            assertThat(page.locator(".q-picks .q-items input").first()).hasValue("order");
            page.locator(".q-pick-type").first().selectOption("number");
            page.locator(".q-send-sample input").fill("A/7");
            page.locator(".q-send-button").click();
            assertThat(page.locator(".q-unpicked")).hasText("order: a number was expected, there is \"A/7\".");
        }
    }

    private static void looks(Page page) {
        for (var width : new int[] {1440, 390}) {
            for (var dark : new boolean[] {true, false}) {
                page.setViewportSize(width, 900);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                page.waitForSelector(dark ? "html[theme=dark]" : "html:not([theme=dark])");
                if (width == 390) {
                    page.evaluate("document.querySelector('qliento-canvas').classList.add('q-show-right')");
                }
                page.locator(".q-answered").scrollIntoViewIfNeeded();
                Browser.picture(page, "send-now-" + width + (dark ? "-dark" : "-light"));
                page.locator(".q-picks .q-items").scrollIntoViewIfNeeded();
                Browser.see(page, "send-now-picks-" + width + (dark ? "-dark" : "-light"));
            }
        }
        page.setViewportSize(1440, 900);
    }

    @Test
    void what_changes_something_is_sent_after_a_question_and_a_host_that_is_not_allowed_is_offered() {
        draft("sends-post", "address", "/simulator/echo", "method", "POST");
        try (var window = Browser.window(1440, false)) {
            var page = block(window, "builder@qliento.local", "sends-post");
            page.locator(".q-send-button").click();
            assertThat(page.locator(".q-send-confirm")).containsText("POST may change something at /simulator/echo");
            Browser.see(page, "send-now-confirm-1440-light");
            page.locator(".q-send-confirm .q-link").click();
            assertThat(page.locator(".q-answered")).hasCount(0);
            page.locator(".q-send-button").click();
            page.locator(".q-send-confirm .q-send-button").click();
            assertThat(page.locator("[data-path='body.method']")).containsText("POST");

            page.locator("[data-setting=method]").selectOption("GET");
            page.locator("[data-setting=address]").fill("https://nobody-allowed.shop.example/x");
            page.locator(".q-send-button").click();
            assertThat(page.locator(".q-answered")).containsText("nobody-allowed.shop.example");
            page.locator(".q-answered .q-link").click();
            assertThat(page.locator("vaadin-notification-card")).containsText("An owner is asked to allow");

            page.locator("[data-setting=address]").fill("http://127.0.0.1/");
            page.locator(".q-send-button").click();
            assertThat(page.locator(".q-answered")).containsText("A flow would get nothing");
        }
    }

    @Test
    void who_only_looks_on_has_no_way_to_send() {
        draft("sends-never", "address", "/simulator/echo");
        try (var window = Browser.window(1440, false)) {
            var page = block(window, "viewer@qliento.local", "sends-never");
            assertThat(page.locator(".q-picks")).isVisible();
            assertThat(page.locator(".q-send")).hasCount(0);
        }
    }

    private static Page block(BrowserContext window, String email, String flow) {
        var page = Application.signedIn(window, email, "/flows/edit/" + flow);
        page.locator("g.djs-shape[data-element-id=ask]").click();
        return page;
    }

    private static void draft(String key, String... settings) {
        var all = new StringBuilder();
        for (int i = 0; i < settings.length; i += 2) {
            all.append("<camunda:property name=\"" + settings[i] + "\" value=\"" + settings[i + 1] + "\"/>");
        }
        var drawing = new Actor("test", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.OWNER);
        var flow = FLOW.replace("KEY", key).replace("SETTINGS", all);
        Application.bean(FlowDrafts.class).overwrite(drawing, key, flow.getBytes(StandardCharsets.UTF_8));
    }
}
