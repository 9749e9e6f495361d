package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.sql.Date;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sender of e-mails, set and tried, and the mail of the demo. */
class MailViewTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    @Test
    void a_sender_is_set_and_tried_and_the_demos_mail_is_shown_in_place_of_an_inbox() {
        var conversation = refused();
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("E-mail").click();
            page.waitForURL(Pattern.compile(".*/mail"));
            assertThat(page.locator(".q-mail-caught")).containsText("no e-mail leaves this machine");

            field(page, "E-mail address").fill("shop");
            field(page, "Mail server").fill("smtp.example.com");
            page.locator("vaadin-button:has-text('Save')").click();
            assertThat(page.locator(".q-mail")).containsText("Write one address");
            field(page, "E-mail address").fill("shop@example.com");
            field(page, "User").fill("shop");
            field(page, "Password").fill("tok-4f9a");
            page.locator("vaadin-button:has-text('Save')").click();
            assertThat(page.locator("vaadin-button:has-text('Take the sender out')"))
                    .isVisible();
            seesWhatWasRefused(page, conversation);
            Browser.usable(page, "mail");
            Browser.seeEveryLook(page, "mail");

            field(page, "To").fill("me@example.org");
            page.locator("vaadin-button:has-text('Send a test')").click();
            assertThat(page.locator(".q-mail")).containsText("Look whether it arrives");
            page.navigate(Application.address() + "/simulator/mail");
            page.locator(".mails a").first().click();
            assertThat(page.locator("h1")).hasText("Your mail arrives");
            assertThat(page.frameLocator("iframe").locator("h1")).hasText("Your mail arrives");
            Browser.usable(page, "simulated mail");

            page.navigate(Application.address() + "/mail");
            page.locator("vaadin-button:has-text('Take the sender out')").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator("vaadin-button:has-text('Take the sender out')"))
                    .hasCount(0);
        }
    }

    @Test
    void somebody_says_what_they_want_no_mail_about_and_finds_it_so_again() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Notices").click();
            page.waitForURL(Pattern.compile(".*/notices"));
            var webhooks = page.getByLabel("A webhook was switched off");
            assertThat(webhooks).isChecked();
            Browser.seeEveryLook(page, "notices");

            webhooks.uncheck();
            assertThat(page.locator("vaadin-notification-card")).containsText("not be told any more");
            page.reload();
            assertThat(webhooks).not().isChecked();
            webhooks.check();
        }
    }

    private static void seesWhatWasRefused(Page page, UUID conversation) {
        page.locator(".q-mail-bounces").scrollIntoViewIfNeeded();
        assertThat(page.locator(".q-mail-refusals"))
                .containsText("3 e-mails were refused or came back in the last 7 days.");
        assertThat(page.locator(".q-mail-refusals li")).containsText(new String[] {
            "it came back", "code 451, 3 times", "The server does not send to this address."
        });
        assertThat(page.locator(".q-mail-refusals a")).hasAttribute("href", "conversations/" + conversation);
    }

    /** Gives the conversation of the letter that was refused for good. */
    private static UUID refused() {
        var conversation = UUID.randomUUID();
        refused(conversation, "refused_recipient", 550, 1);
        refused(null, "busy", 451, 3);
        refused(null, "bounced", 0, 1);
        return conversation;
    }

    /** What a server really refuses is seen without a browser. */
    private static void refused(@Nullable UUID conversation, String kind, int code, int times) {
        var now = Instant.now();
        var id = TimeOrderedId.at(now);
        Application.bean(OrganisationScope.class).run(DEMO, () -> Application.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO mail_refusal (day, id, organisation_id, conversation_id, kind, code, times, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Date.valueOf(TimeOrderedId.dayOf(id)), id, DEMO.value(), conversation, kind, code, times)
                .param(now.atOffset(ZoneOffset.UTC))
                .update());
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
