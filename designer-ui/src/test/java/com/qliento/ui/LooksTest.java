package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view, wide and narrow, light and dark: kept as a picture, and usable for everybody. */
class LooksTest {

    private static final List<String> SERIOUS = List.of("serious", "critical");

    @ParameterizedTest
    @CsvSource({"1440, false", "1440, true", "390, false", "390, true"})
    void every_view_can_be_used_by_everybody(int width, boolean dark) {
        try (var window = Browser.window(width, dark)) {
            var look = width + (dark ? "-dark" : "-light");
            var door = window.newPage();
            door.navigate(Application.address() + "/sign-in");
            door.waitForSelector("vaadin-login-form");
            see(door, "sign-in-" + look);
            door.close();

            var page = Application.signedIn(window, "demo@qliento.local");
            see(page, "home-" + look);
            page.navigate(Application.address() + "/flows");
            page.waitForSelector(".q-flow");
            see(page, "flows-" + look);
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");
            see(page, "editor-" + look);
            page.navigate(Application.address() + "/files");
            page.waitForSelector(".q-view h1");
            see(page, "files-" + look);
            seeTheShell(page, look);
        }
    }

    private static void seeTheShell(Page page, String look) {
        for (var wrong : List.of("nothing-here", "try-broken")) {
            page.navigate(Application.address() + "/" + wrong);
            page.waitForSelector(".q-error-page");
            see(page, wrong + "-" + look);
        }
        page.navigate(Application.address() + "/flows");
        page.waitForSelector(".q-flow");
        page.keyboard().press("?");
        page.waitForSelector(".q-keys[open]");
        see(page, "shortcuts-" + look);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.waitForSelector(".q-command li");
        see(page, "command-bar-" + look);
    }

    private static void see(Page page, String name) {
        Browser.picture(page, name);
        var found = new AxeBuilder(page).exclude(List.of(".djs-container")).analyze();
        assertThat(found.getViolations())
                .filteredOn(violation -> SERIOUS.contains(violation.getImpact()))
                .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                .as(name)
                .isEmpty();
    }
}
