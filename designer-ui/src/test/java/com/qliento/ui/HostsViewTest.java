package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The hosts that requests may go to, and the offer to allow one where a flow asks it. */
class HostsViewTest {

    private static final String FLOW = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <bpmn:process id="asks-a-shop" name="Asks a shop" isExecutable="true">
                <bpmn:startEvent id="start" camunda:modelerTemplate="qliento.start">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="keywords" value="asks-a-shop"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask"/>
                <bpmn:serviceTask id="ask" name="Ask the shop" camunda:modelerTemplate="qliento.request">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="address" value="https://api.shop.example/orders"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Test
    void who_draws_asks_for_a_host_and_an_owner_allows_it() {
        var drawing = new Actor("test", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.OWNER);
        Application.bean(FlowDrafts.class).overwrite(drawing, "asks-a-shop", FLOW.getBytes(StandardCharsets.UTF_8));
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/flows/edit/asks-a-shop");
            page.locator(".q-problems summary").click();
            var offer = page.locator(".q-mend:has-text('Allow the host')");
            offer.click();
            assertThat(page.locator("vaadin-notification-card"))
                    .containsText("An owner is asked to allow api.shop.example");
        }
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Allowed hosts").click();
            page.waitForURL(Pattern.compile(".*/hosts"));
            assertThat(page.locator(".q-hosts")).containsText("asked for");
            page.locator("[aria-label='Allow api.shop.example']:visible").click();
            assertThat(page.locator(".q-hosts .q-state")).hasText("allowed");
            Browser.usable(page, "hosts");

            page.locator("vaadin-button:has-text('Allow a host')").click();
            var field = page.locator("vaadin-dialog-overlay vaadin-text-field input");
            field.fill("localhost");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator("vaadin-dialog-overlay")).containsText("no host that can be allowed");
            page.locator("vaadin-dialog-overlay vaadin-button:has-text('Cancel')")
                    .click();

            page.locator("[aria-label='Take out api.shop.example']:visible").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator(".q-empty")).containsText("No hosts yet");
        }
    }
}
