package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void every_view_can_be_used_by_everybody() {
        try (var window = Browser.window(1440, false)) {
            var door = window.newPage();
            door.navigate(Application.address() + "/sign-in");
            door.waitForSelector("vaadin-login-form");
            Browser.seeEveryLook(door, "sign-in");
            door.close();

            var page = Application.signedIn(window, "demo@qliento.local");
            Browser.seeEveryLook(page, "home");
            page.navigate(Application.address() + "/flows");
            page.waitForSelector(".q-flow");
            Browser.seeEveryLook(page, "flows");
            page.navigate(Application.address() + "/flows?view=table");
            page.waitForSelector(".q-list-link");
            Browser.seeEveryLook(page, "flows-table");
            page.navigate(Application.address() + "/conversations/waiting");
            page.waitForSelector(".q-empty");
            Browser.seeEveryLook(page, "waiting");
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");
            Browser.seeEveryLook(page, "editor");
            page.navigate(Application.address() + "/files");
            page.waitForSelector(".q-view h1");
            Browser.seeEveryLook(page, "files");
            seeTheShell(page);
        }
    }

    private static void seeTheShell(Page page) {
        for (var wrong : List.of("nothing-here", "try-broken")) {
            page.navigate(Application.address() + "/" + wrong);
            page.waitForSelector(".q-error-page");
            Browser.seeEveryLook(page, wrong);
        }
        page.navigate(Application.address() + "/flows");
        page.waitForSelector(".q-flow");
        page.keyboard().press("?");
        page.waitForSelector(".q-keys[open]");
        Browser.seeEveryLook(page, "shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.waitForSelector(".q-command li");
        Browser.seeEveryLook(page, "command-bar");
    }
}
