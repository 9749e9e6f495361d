package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** All that is kept of a person: asked for by their number, taken, ended; and for how long all is kept. */
class PackagesViewTest {

    private static final String PHONE = "4915700004711";

    @Test
    void compliance_staff_put_a_persons_data_together_take_it_and_end_it() throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "compliance@qliento.local");
            write(page);
            page.locator(".q-nav").getByText("Data packages").click();
            page.waitForURL(Pattern.compile(".*/packages"));
            assertThat(page.locator(".q-empty")).containsText("No packages yet");

            page.locator("vaadin-button:has-text('New package')").click();
            var field = page.locator("vaadin-dialog-overlay vaadin-text-field input");
            field.fill("+1 202 555 0199");
            field.press("Enter");
            assertThat(page.locator("vaadin-dialog-overlay")).containsText("Nobody with this number");
            field.fill("+49 1570 0004711");
            Browser.seeEveryLook(page, "package-dialog");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator(".q-packages .q-state")).hasText("ready");
            assertThat(page.locator(".q-packages")).containsText("not taken yet");
            Browser.usable(page, "packages");
            Browser.seeEveryLook(page, "packages");

            var download = page.waitForDownload(
                    () -> page.locator("vaadin-button:has-text('Take'):visible").click());
            try (var zip = new ZipFile(download.path().toFile())) {
                var data = zip.getInputStream(zip.getEntry("data.json")).readAllBytes();
                Assertions.assertThat(new String(data, StandardCharsets.UTF_8)).contains(PHONE, "menu");
            }

            handsOver(page);

            page.locator("[aria-label='End it now']:visible").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator(".q-packages .q-state")).hasText("over");
            assertThat(page.locator(".q-packages")).containsText("it was taken 2 times");
        }
    }

    /** As the person takes it, who has no account, in a browser of their own. */
    private static void handsOver(Page page) throws IOException {
        page.locator("[aria-label='Hand it over']:visible").click();
        Browser.usable(page, "package-links");
        page.locator("vaadin-button:has-text('Make a link')").click();
        assertThat(page.locator(".q-link-address input")).hasValue(Pattern.compile("http.*/p/.+"));
        var address = page.locator(".q-link-address input").inputValue();
        var code = page.locator(".q-link-code input").inputValue();
        Browser.seeEveryLook(page, "package-link-new");
        page.locator("vaadin-dialog-overlay:has(.q-link-code) vaadin-button[theme~=primary]")
                .click();

        try (var theirs = Browser.window(390, false)) {
            var door = theirs.newPage();
            door.navigate(address);
            Browser.see(door, "package-door-390-light");
            door.getByLabel("Code").fill("WRONG");
            door.getByLabel("Code").press("Enter");
            assertThat(door.locator("[role=alert]")).containsText("This code does not fit");
            door.setViewportSize(1440, 900);
            door.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.see(door, "package-door-refused-1440-dark");
            door.getByLabel("Code").fill(code);
            var download =
                    door.waitForDownload(() -> door.getByRole(AriaRole.BUTTON).click());
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("data-package.zip");
            try (var zip = new ZipFile(download.path().toFile())) {
                Assertions.assertThat(zip.getEntry("data.pdf")).isNotNull();
            }
        }
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        page.locator("[aria-label='Hand it over']:visible").click();
        assertThat(page.locator(".q-link-row")).containsText("Taken once of 3 · one wrong code");
        Browser.seeEveryLook(page, "package-links");
        page.locator(".q-link-row vaadin-button").click();
        assertThat(page.locator(".q-link-row .q-state")).hasText("ended");
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
    }

    private static void write(Page page) {
        var written = page.request()
                .post(
                        Application.address() + "/simulator/customers/" + PHONE + "/messages",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(Map.of("type", "text", "text", "menu", "name", "Ana")));
        Assertions.assertThat(written.ok()).isTrue();
    }

    @Test
    void an_owner_reads_what_is_kept_and_keeps_messages_for_a_shorter_time() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/retention");
            assertThat(page.locator(".q-retention")).containsText("Messages and answers: 30 days");
            var days = page.getByLabel("Days that messages are kept");
            days.fill("31");
            page.locator("vaadin-button:has-text('Keep so')").click();
            assertThat(page.locator(".q-retention vaadin-integer-field")).hasAttribute("invalid", "");
            Browser.usable(page, "retention");

            days.fill("20");
            page.locator("vaadin-button:has-text('Keep so')").click();
            page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.locator(".q-retention")).containsText("Messages and answers: 20 days");
            Browser.seeEveryLook(page, "retention");
            days.fill("");
            page.locator("vaadin-button:has-text('Keep so')").click();
            assertThat(page.locator(".q-retention")).containsText("Messages and answers: 30 days");
        }
    }

    @Test
    void compliance_reads_the_register_names_who_is_responsible_and_takes_it_as_json() throws IOException {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/register");
            assertThat(page.locator(".q-register")).containsText("Nobody is named yet");
            assertThat(page.locator(".q-register")).containsText("WhatsApp (Meta)");
            assertThat(page.locator(".q-register")).containsText("kept for 30 days");
            Browser.usable(page, "register");

            page.locator(".q-register-change").click();
            page.getByLabel("Controller").fill("Acme S.L.");
            page.getByLabel("Contact").fill("privacy@acme.example");
            Browser.seeEveryLook(page, "register-dialog");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator(".q-register dl")).containsText("Acme S.L.");
            Browser.seeEveryLook(page, "register");

            var download = page.waitForDownload(
                    () -> page.locator("vaadin-button:has-text('Save as JSON')").click());
            Assertions.assertThat(Files.readString(download.path())).contains("\"Acme S.L.\"", "\"retention.message\"");
        }
    }
}
