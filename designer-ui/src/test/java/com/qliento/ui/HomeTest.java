package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.qliento.account.Accounts;
import com.qliento.account.Role;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.ui.home.FailingAttention;
import org.junit.jupiter.api.Test;

/** The first page. */
class HomeTest {

    private static final OrganisationId OWN = OrganisationId.of("00000000-0000-7000-8000-00000000de33");

    @Test
    void first_steps_tick_themselves_off() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, somebodyNew());
            assertThat(step(page, "Change a flow")).hasClass("open");
            assertThat(step(page, "Connect a number")).hasCount(0);

            page.navigate(Application.address() + "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").first().click();
            page.locator(".q-flow button").first().click();
            page.waitForURL("**/flows/edit/**");
            page.navigate(Application.address());

            assertThat(step(page, "Change a flow")).hasClass("done");
            assertThat(step(page, "Publish it")).hasClass("open");
            assertThat(page.locator(".q-needs a").first()).isVisible();
            Browser.picture(page, "home-steps-1440-light");
        }
    }

    @Test
    void what_needs_somebody_leads_there() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.locator("vaadin-button:has-text(\"New flow\")").first().click();
            page.locator(".q-flow button").first().click();
            page.waitForURL("**/flows/edit/**");
            page.navigate(Application.address());

            page.locator(".q-needs a").first().click();

            page.waitForURL("**/flows**");
        }
    }

    @Test
    void somebody_who_only_looks_is_asked_to_do_nothing() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local");

            assertThat(page.locator(".q-home")).containsText("Messages today");
            assertThat(page.locator(".q-needs a")).hasCount(0);
            assertThat(step(page, "Publish it")).hasCount(0);
        }
    }

    @Test
    void what_can_not_be_looked_at_is_said_and_takes_nothing_else_with_it() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, somebodyNew(FailingAttention.FOR));

            assertThat(page.locator(".q-needs .failed")).containsText("Files can’t be looked at just now");
            assertThat(page.locator(".q-home")).not().containsText("Everything is answered");
            assertThat(page.locator(".q-home")).containsText("Messages today");
        }
    }

    @Test
    void it_looks_well() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");

            assertThat(page.locator(".q-home")).containsText("Yesterday");
            Browser.seeEveryLook(page, "home-now");
        }
    }

    private static String somebodyNew() {
        return somebodyNew("New");
    }

    private static String somebodyNew(String name) {
        var email = "new-" + System.nanoTime() + "@example.org";
        Application.bean(Organisations.class)
                .save(new Organisation(
                        OWN, "New here", "?", Organisation.DEFAULT_STOP_KEYWORDS, Organisation.DEFAULT_STOP_REPLY));
        Application.bean(Accounts.class).register(OWN, Role.BUILDER, email, name, "demo");
        return email;
    }

    private static Locator step(Page page, String words) {
        return page.locator(".q-steps li", new Page.LocatorOptions().setHasText(words));
    }
}
