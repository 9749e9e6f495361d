package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Numbers are connected and disconnected, and flows are given to them. */
class ConnectionsTest {

    @Test
    void a_number_is_connected_given_a_flow_and_disconnected_again() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/connections");
            var demo = page.locator(".q-channel", new Page.LocatorOptions().setHasText("106540352242922"));
            assertThat(demo).containsText("“menu”");
            assertThat(demo).containsText("Connected");

            connect(page, "+34 900 111 222", "201234567890123");
            var added = page.locator(".q-channel", new Page.LocatorOptions().setHasText("201234567890123"));
            assertThat(added).containsText("+34900111222");
            assertThat(added).containsText("WhatsApp");

            page.locator("vaadin-button[aria-label*='Menu of Café Alba']").click();
            page.getByLabel("Only these").check();
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("+34900111222"))
                    .check();
            Browser.picture(page, "assign-1440-light");
            dialog(page, "Save").click();
            assertThat(added).containsText("“menu”");
            assertThat(demo).not().containsText("“menu”");
            Browser.picture(page, "connections-two-1440-light");
            Assertions.assertThat(page.content()).doesNotContain("very-secret", "EAAsecret");

            added.locator("vaadin-button", new Locator.LocatorOptions().setHasText("Disconnect"))
                    .click();
            assertThat(dialog(page, "Disconnect")).isDisabled();
            page.getByLabel("To be sure, write").fill("+34900111222");
            dialog(page, "Disconnect").click();
            assertThat(page.getByText("it answers nowhere").last()).isVisible();

            page.locator("vaadin-button[aria-label*='Menu of Café Alba']").click();
            page.getByLabel("Every number").check();
            dialog(page, "Save").click();
            assertThat(demo).containsText("“menu”");
        }
    }

    @Test
    void a_builder_sees_connections_and_changes_none() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/connections");

            assertThat(page.locator(".q-channel").first()).containsText("“menu”");
            assertThat(button(page, "Connect a number")).hasCount(0);
            assertThat(button(page, "Change")).hasCount(0);
            assertThat(button(page, "Disconnect")).hasCount(0);
            Browser.usable(page, "connections of a builder");
        }
    }

    @Test
    void two_flows_that_want_the_same_word_are_told_with_who_gets_it() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            var key = RequestOptions.create().setHeader("Authorization", "Bearer demo-api-key");
            var flows = Application.address() + "/api/v1/flows";
            var menu = page.request().get(flows + "/menu/bpmn", key).text();
            page.request()
                    .post(
                            flows + "?key=second-menu",
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer demo-api-key")
                                    .setHeader("Content-Type", "application/xml")
                                    .setData(menu.replace("Menu of Café Alba", "Second card")));
            page.request().post(flows + "/second-menu/publish", key);

            page.navigate(Application.address() + "/connections");

            var conflict = page.locator(".q-conflict", new Page.LocatorOptions().setHasText("Second card"));
            assertThat(conflict).containsText("Menu of Café Alba gets it, so it never starts: Second card");
            assertThat(conflict.locator("a")).hasAttribute("href", "flows/edit/second-menu");
            Browser.picture(page, "connections-conflict-1440-light");
        }
    }

    private static void connect(Page page, String number, String id) {
        button(page, "Connect a number").click();
        dialog(page, "Connect").click();
        assertThat(page.getByText("Needed to connect a number").first()).isVisible();
        Browser.picture(page, "connect-1440-light");
        page.getByLabel("Phone number", new Page.GetByLabelOptions().setExact(true))
                .fill(number);
        page.getByLabel("Phone number id").fill(id);
        page.getByLabel("App secret").fill("very-secret");
        page.getByLabel("Access token").fill("EAAsecret");
        page.getByLabel("Verify token").fill("made-up");
        dialog(page, "Connect").click();
    }

    private static Locator dialog(Page page, String words) {
        return page.locator("vaadin-dialog-overlay vaadin-button", new Page.LocatorOptions().setHasText(words));
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(words));
    }
}
