package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditFilter;
import com.qliento.audit.AuditLog;
import com.qliento.organisation.OrganisationId;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What was done, as compliance reads and verifies it. */
class AuditViewTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    @Test
    void compliance_reads_who_did_what_and_verifies_it() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "compliance@qliento.local");
            page.locator(".q-nav").getByText("Audit log").click();
            page.waitForURL(Pattern.compile(".*/audit"));
            var rows = page.locator(".q-audit vaadin-grid");
            assertThat(rows).containsText("Signed in");
            assertThat(rows).containsText("Flow published");

            page.locator(".q-audit vaadin-button:has-text('Verify')").click();
            assertThat(page.locator(".q-audit-verified .q-state.good")).containsText("all as they were written");
            Browser.usable(page, "audit");
            Browser.seeEveryLook(page, "audit");

            page.navigate(Application.address() + "/audit?action=sign-in.done&since=week&who=nobody");
            page.waitForURL(Pattern.compile(".*/audit\\?action=sign-in.done&since=week$"));
            assertThat(rows).containsText("Signed in");
            assertThat(rows).not().containsText("Flow published");

            page.locator("[aria-label='Sign out']:visible").click();
            page.waitForURL(Pattern.compile(".*/sign-in"));
            var signedOut = new AuditFilter(null, null, null, AuditAction.SIGNED_OUT, null);
            Assertions.assertThat(Application.bean(AuditLog.class).count(DEMO, signedOut, 10))
                    .isPositive();
        }
    }
}
