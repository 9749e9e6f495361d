package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view, wide and narrow, light and dark: kept as a picture, and usable for everybody. */
class LooksTest {

    @Test
    void a_page_that_somebody_cannot_use_is_found() {
        try (var window = Browser.window(390, false)) {
            var page = window.newPage();
            page.setContent("<html lang='en'><title>A page</title><main><h1>A page</h1><button></button></main>");

            assertThatThrownBy(() -> Browser.usable(page, "a button without a name"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("button-name: <button></button>");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "1440, true", "390, false", "390, true"})
    void every_view_can_be_used_by_everybody(int width, boolean dark) {
        try (var window = Browser.window(width, dark)) {
            var look = width + (dark ? "-dark" : "-light");
            var door = window.newPage();
            door.navigate(Application.address() + "/sign-in");
            door.waitForSelector("vaadin-login-form");
            Browser.see(door, "sign-in-" + look);
            door.close();

            var page = Application.signedIn(window, "demo@qliento.local");
            Browser.see(page, "home-" + look);
            page.navigate(Application.address() + "/flows");
            page.waitForSelector(".q-flow");
            Browser.see(page, "flows-" + look);
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");
            Browser.see(page, "editor-" + look);
            page.navigate(Application.address() + "/files");
            page.waitForSelector(".q-view h1");
            Browser.see(page, "files-" + look);
            seeTheShell(page, look);
        }
    }

    private static void seeTheShell(Page page, String look) {
        for (var wrong : List.of("nothing-here", "try-broken")) {
            page.navigate(Application.address() + "/" + wrong);
            page.waitForSelector(".q-error-page");
            Browser.see(page, wrong + "-" + look);
        }
        page.navigate(Application.address() + "/flows");
        page.waitForSelector(".q-flow");
        page.keyboard().press("?");
        page.waitForSelector(".q-keys[open]");
        Browser.see(page, "shortcuts-" + look);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.waitForSelector(".q-command li");
        Browser.see(page, "command-bar-" + look);
    }
}
