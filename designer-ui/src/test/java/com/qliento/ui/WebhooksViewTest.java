package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.happening.HappeningKind;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told what happens, and what they were sent. */
class WebhooksViewTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("test", DEMO, Role.OWNER);

    @AfterEach
    void forget() {
        var endpoints = Application.bean(WebhookEndpoints.class);
        endpoints.all(OWNER).forEach(endpoint -> endpoints.delete(OWNER, endpoint.id()));
    }

    @Test
    void an_endpoint_is_made_its_secret_shown_once_tried_sent_again_and_deleted() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Webhooks").click();
            page.waitForURL(Pattern.compile(".*/endpoints"));
            assertThat(page.locator(".q-empty")).containsText("No endpoints yet");
            Browser.seeEveryLook(page, "webhooks-empty");

            page.locator("vaadin-button:has-text('New endpoint')").click();
            var dialog = page.locator("vaadin-dialog-overlay");
            fill(dialog, "http://shop.example/events");
            press(dialog);
            assertThat(dialog).containsText("begins with https://");
            fill(dialog, "/simulator/echo");
            dialog.getByText("Send customers’ words and answers too").click();
            assertThat(dialog.locator(".q-webhook-warning")).containsText("personal data");
            Browser.see(page, "webhook-dialog-1440-light");
            press(dialog);

            var secret = page.locator(".q-signing-secret input");
            assertThat(secret).hasValue(Pattern.compile("whsec_.{44}"));
            Browser.see(page, "webhook-secret-1440-light");
            page.locator("vaadin-dialog-overlay").getByText("Done").click();
            assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
            assertThat(page.content()).doesNotContain("whsec_");

            page.locator(".q-list-link:has-text('/simulator/echo')").click();
            isSentAndDeleted(page);
        }
    }

    private static void isSentAndDeleted(Page page) {
        page.waitForURL(Pattern.compile(".*/endpoints/.+"));
        assertThat(page.locator(".q-empty")).containsText("Nothing sent yet");
        page.locator("vaadin-button:has-text('Send a test')").click();
        assertThat(page.locator(".q-webhook")).containsText("delivered");
        assertThat(page.locator(".q-webhook")).containsText("answered 200");
        page.locator("[aria-label='Send again: A test']:visible").click();
        assertThat(page.locator(".q-state.good:has-text('delivered')")).hasCount(2);

        page.locator("vaadin-button:has-text('New secret')").click();
        sure(page);
        assertThat(page.locator(".q-signing-secret input")).hasValue(Pattern.compile("whsec_.{44}"));
        page.locator("vaadin-dialog-overlay").getByText("Done").click();
        page.locator("[aria-label='Delete /simulator/echo']:visible").click();
        sure(page);
        page.waitForURL(Pattern.compile(".*/endpoints"));
        assertThat(page.locator(".q-empty")).containsText("No endpoints yet");
    }

    @Test
    void an_endpoint_that_was_switched_off_is_told_on_home_and_switched_on_where_it_is() {
        var endpoint = endpoint();
        Application.bean(OrganisationScope.class).run(DEMO, () -> Application.bean(JdbcClient.class)
                .sql("UPDATE webhook_endpoint SET enabled = false, off_reason = 'failing', off_at = now() WHERE id = ?")
                .param(endpoint.id())
                .update());
        deliveries(endpoint);
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            var need = page.locator(".q-needs a:has-text('took nothing for three days')");
            assertThat(need).containsText("shop.example");
            need.click();
            page.waitForURL(Pattern.compile(".*/endpoints/.+"));
            assertThat(page.locator(".q-webhook-notice")).containsText("Qliento switched it off");
            assertThat(page.locator(".q-webhook")).containsText("answered 503");
            Browser.seeEveryLook(page, "webhook");

            page.locator("vaadin-button:has-text('Switch on')").click();
            assertThat(page.locator(".q-webhook-notice")).hasCount(0);
            page.locator(".q-back").click();
            assertThat(page.locator(".q-webhooks .q-state")).hasText("on");
            Browser.seeEveryLook(page, "webhooks");
        }
    }

    @Test
    void who_may_not_change_endpoints_sees_them_and_is_offered_nothing() {
        endpoint();
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/endpoints");
            assertThat(page.locator(".q-list-link")).hasText("shop.example");
            assertThat(page.locator("vaadin-button:has-text('New endpoint')")).hasCount(0);
            assertThat(page.locator("[aria-label^='Delete']")).hasCount(0);
            page.locator(".q-list-link").click();
            page.locator(".q-webhook h1").waitFor();
            assertThat(page.locator("vaadin-button:has-text('Send a test')")).hasCount(0);
        }
    }

    private static WebhookEndpoint endpoint() {
        return Application.bean(WebhookEndpoints.class)
                .make(
                        OWNER,
                        new WebhookEndpoints.Wish(
                                "https://shop.example/hooks/qliento",
                                EnumSet.of(HappeningKind.MESSAGE_RECEIVED, HappeningKind.CONVERSATION_ENDED),
                                true,
                                true))
                .endpoint();
    }

    /** As they lie when some were sent: one taken, one that waits, one given up. */
    private static void deliveries(WebhookEndpoint endpoint) {
        Application.bean(OrganisationScope.class).run(DEMO, () -> Application.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO webhook_delivery (day, id, organisation_id, endpoint_id, event_id, kind, body, state,
                          attempts, outcome, status, millis, tried_at, next_at, happened_at, recorded_at)
                        SELECT current_date, uuidv7(), ?, ?, gen_random_uuid(), d.kind, '', d.state, d.attempts, d.outcome,
                          d.status, d.millis, now(), CASE WHEN d.state = 'waiting' THEN now() + interval '5 h' END, now(), now()
                        FROM (VALUES ('conversation.ended', 'failed', 10, 'http-503', 503, 412),
                          ('message.received', 'waiting', 4, 'unreachable', NULL, 3001),
                          ('message.received', 'delivered', 1, 'answered', 200, 87)) AS d (kind, state, attempts, outcome, status, millis)
                        """)
                .param(DEMO.value())
                .param(endpoint.id())
                .update());
    }

    private static void fill(Locator dialog, String address) {
        dialog.locator("vaadin-text-field input").fill(address);
    }

    private static void press(Locator dialog) {
        dialog.locator("vaadin-button[theme~=primary]").click();
    }

    private static void sure(Page page) {
        page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                .click();
    }
}
