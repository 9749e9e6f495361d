package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The secrets of the organisation. */
class SecretsViewTest {

    @Test
    void a_secret_is_set_replaced_and_deleted_and_its_value_shown_to_nobody() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Secrets").click();
            page.waitForURL(Pattern.compile(".*/secrets"));
            assertThat(page.locator(".q-empty")).containsText("No secrets yet");
            Browser.usable(page, "secrets empty");

            page.locator("vaadin-button:has-text('New secret')").click();
            keep(page, "my crm", "tok-4f9a");
            assertThat(page.locator("vaadin-dialog-overlay")).containsText("Letters without accents");
            keep(page, "crm", "");
            assertThat(page.locator("vaadin-dialog-overlay")).containsText("A secret needs a value");
            Browser.usable(page, "secret dialog");
            keep(page, "crm", "tok-4f9a");

            assertThat(row(page)).containsText("crm");
            assertThat(page.locator(".q-secrets")).containsText("No flow names it");
            assertThat(page.content()).doesNotContain("tok-4f9a");
            Browser.picture(page, "secrets-1440-light");

            page.locator("[aria-label='Replace the value of crm']:visible").click();
            dialog(page, "value").fill("tok-new");
            press(page);
            assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
            page.locator("[aria-label='Delete crm']:visible").click();
            var sure = page.locator("vaadin-confirm-dialog-overlay");
            assertThat(sure).containsText("No flow names it now");
            sure.locator("vaadin-button[slot=confirm-button]").click();
            assertThat(page.locator(".q-empty")).containsText("No secrets yet");
        }
    }

    @Test
    void an_api_key_is_made_shown_once_and_revoked() {
        try (var window = Browser.window(1440, true)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/keys");
            page.locator("[aria-label='Revoke demo']:visible").waitFor();
            page.locator("vaadin-button:has-text('New key')").click();
            var dialog = page.locator("vaadin-dialog-overlay");
            dialog.locator("vaadin-button[theme~=primary]").click();
            assertThat(dialog.locator(".q-refusal")).not().isEmpty();
            dialog.locator("vaadin-text-field input").fill("Shop");
            Browser.usable(page, "key dialog");
            dialog.locator("vaadin-button[theme~=primary]").click();
            assertThat(dialog.locator(".q-key-text input")).hasValue(Pattern.compile("qk_.{43}"));
            dialog.locator("vaadin-button[theme~=primary]").click();

            page.locator("[aria-label='Revoke Shop']:visible").waitFor();
            assertThat(page.content()).doesNotContain("qk_");
            Browser.usable(page, "keys");
            Browser.picture(page, "keys-1440-dark");
            page.locator("[aria-label='Revoke Shop']:visible").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator("[aria-label='Revoke Shop']:visible")).hasCount(0);
        }
    }

    @Test
    void who_may_not_change_secrets_is_told_who_can() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/secrets");

            assertThat(page.locator(".q-empty")).containsText("An owner can keep");
            assertThat(page.locator("vaadin-button:has-text('New secret')")).hasCount(0);
            Browser.usable(page, "secrets of a builder");
        }
    }

    private static void keep(Page page, String name, String value) {
        dialog(page, "name").fill(name);
        dialog(page, "value").fill(value);
        press(page);
    }

    private static Locator dialog(Page page, String field) {
        return page.locator("vaadin-dialog-overlay "
                + (field.equals("value") ? "vaadin-password-field" : "vaadin-text-field") + " input");
    }

    private static void press(Page page) {
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
    }

    private static Locator row(Page page) {
        return page.locator(".q-secret-name:visible");
    }
}
