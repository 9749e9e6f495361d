package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files of blocks: uploaded, looked at, taken away. */
class MediaFieldTest {

    static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAEAAAAAoCAIAAADBrGu+AAAAwklEQVR42u3P4UaDAQCG0Y+IiBEjImKMiBERMSIiRozYI8YY"
                    + "I2KMPBEjIsYYI8YYMUZExOjedg39f88dnKKQLdmWHdmVkuxJWfblQA7lSCpSlWM5kZqcypmcy4XU5VKu5FpupCG30pQ7acm9"
                    + "tKUjXenJgzxKXwbyJM/yIkN5lTd5l5GMZSJT+ZCZzGUhn7KUlXzJt/zIr6zlT4oEEkgggQQSSCCBBBJIIIEEEkgggQQSSCCB"
                    + "BBJIIIEEEkgggQT+E9gAGvgDtQVUZfkAAAAASUVORK5CYII=");

    @Test
    void a_picture_is_uploaded_shown_and_saved_with_the_flow() {
        try (var window = Browser.window(1440, false)) {
            var page = pictureBlock(window);
            var name = "board-" + System.nanoTime() + ".png";

            page.locator(".q-media input[type=file]").setInputFiles(new FilePayload(name, "image/png", DOT));

            assertThat(page.locator(".q-media-kept img")).isVisible();
            assertThat(page.locator(".q-bubble img")).isVisible();
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            page.locator("[data-setting=caption]").fill("Our *board*");
            page.locator("[data-setting=caption]").blur();
            assertThat(page.locator(".q-bubble-text b")).hasText("board");
            Browser.picture(page, "media-picture-1440-light");

            page.reload();
            page.locator("g.djs-shape[data-element-id^=Activity_]").last().click();
            assertThat(page.locator(".q-media-kept img")).isVisible();
            page.locator(".q-media [aria-label^=Remove]").click();
            assertThat(page.locator(".q-media-pick")).isVisible();
            assertThat(page.locator(".q-media select")).containsText(".png");
            Browser.picture(page, "media-empty-1440-light");
        }
    }

    @Test
    void what_is_no_picture_is_refused_in_plain_words_and_a_link_is_taken_instead() {
        try (var window = Browser.window(1440, true)) {
            var page = pictureBlock(window);

            page.locator(".q-media input[type=file]")
                    .setInputFiles(new FilePayload(
                            "cat.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".q-media [role=alert]")).hasText("WhatsApp does not take such a file.");
            page.locator(".q-media input[type=file]")
                    .setInputFiles(new FilePayload(
                            "prices.pdf", "application/pdf", "%PDF-1.7 prices".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".q-media [role=alert]"))
                    .hasText("“prices.pdf” is a document; it does not fit this block.");
            Browser.picture(page, "media-refused-1440-dark");

            page.getByText("Use a link instead").click();
            page.locator("[data-setting=file]").fill("https://example.org/cat.png");
            page.locator("[data-setting=file]").blur();
            assertThat(page.locator(".q-bubble .q-shown-file")).containsText("example.org");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
        }
    }

    @Test
    void the_sample_with_all_kinds_is_shown_and_its_files_are_for_those_who_signed_in() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local", "/flows/edit/shop-tour");
            page.waitForSelector(".djs-shape");
            assertThat(page.locator("[data-element-id=front] .q-block-says").first())
                    .containsText("shop.png");
            for (String block : new String[] {"prices", "inside", "chime", "front"}) {
                page.locator("g.djs-shape[data-element-id=" + block + "]").click();
                assertThat(page.locator(".q-bubble .q-shown")).isVisible();
                Browser.picture(page, "media-" + block + "-1440-light");
            }

            var address = (String) page.locator(".q-bubble img").evaluate("img => img.src");
            APIResponse picture = page.request().get(address);
            Assertions.assertThat(picture.headers())
                    .containsEntry("content-type", "image/png")
                    .containsEntry("x-content-type-options", "nosniff")
                    .hasEntrySatisfying("content-security-policy", policy -> Assertions.assertThat(policy)
                            .contains("sandbox"));
            try (var stranger = Browser.window(390, false)) {
                var answer = stranger.request().get(address);
                Assertions.assertThat(answer.url()).contains("/sign-in");
            }
        }
    }

    /** A new flow with a picture block, selected. */
    private static Page pictureBlock(BrowserContext window) {
        var page = Application.signedIn(window, "demo@qliento.local", "/flows");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("New flow"))
                .click();
        page.locator(".q-flow button").first().click();
        page.waitForURL(Pattern.compile(".*/flows/edit/.*"));
        page.locator("[data-element-id=greet]").click();
        page.locator("[data-block=image]").click();
        assertThat(page.locator(".q-media-pick")).isVisible();
        return page;
    }
}
