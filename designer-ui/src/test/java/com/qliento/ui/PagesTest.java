package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every page brings, and does not. */
class PagesTest {

    private static final List<String> VIEWS = List.of(
            "",
            "flows",
            "flows/edit/menu",
            "rules",
            "rules/platform",
            "rules/edit/qualify-lead",
            "files",
            "conversations",
            "connections");

    @Test
    void a_page_loads_nothing_from_elsewhere_and_keeps_to_its_own_rules() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            var refused = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            var foreign = new ArrayList<String>();
            page.onRequest(request -> {
                var url = request.url();
                if (!url.startsWith(Application.address()) && !url.startsWith("data:") && !url.startsWith("blob:")) {
                    foreign.add(url);
                }
            });
            for (var view : VIEWS) {
                var answer = page.navigate(Application.address() + "/" + view);
                page.waitForSelector(".q-shell, .q-editor");
                assertThat(answer.headerValue("content-security-policy"))
                        .as(view)
                        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
                assertThat(answer.headerValue("x-content-type-options")).isEqualTo("nosniff");
            }

            assertThat(refused).isEmpty();
            assertThat(foreign).isEmpty();
        }
    }

    @Test
    void a_viewer_is_refused_what_customers_wrote() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local", "/conversations");

            page.waitForSelector(".q-error-page[data-kind=forbidden]");
            assertThat(page.locator(".q-error-page").textContent()).contains("As a viewer of Demo");
            Browser.picture(page, "forbidden-1440-light");
            page.getByText("Go home").click();
            page.waitForSelector(".q-nav");
            assertThat(page.locator(".q-nav").textContent()).doesNotContain("Conversations");
        }
    }
}
