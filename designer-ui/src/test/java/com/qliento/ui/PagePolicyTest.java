package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser is told it may do, and that everything works within it. */
class PagePolicyTest {

    /** Measured 2026-11: 1.0 MB as it is, before compression; a diagram editor is 2.6 MB more. */
    private static final long MOST_BYTES_TO_SIGN_IN = 1_500_000;

    private static final String POLICY = "content-security-policy";

    @Test
    void every_page_for_people_runs_only_scripts_of_this_server_and_of_this_page() {
        try (var window = Browser.window(1440, false)) {
            var page = window.newPage();
            var door = page.navigate(Application.address() + "/sign-in");
            page.close();
            var inside = Application.blank(window, "demo@qliento.local");
            var pages = new ArrayList<>(List.of(door));
            for (var address : List.of("", "flows", "flows/edit/menu", "nothing/here")) {
                pages.add(inside.navigate(Application.address() + "/" + address));
            }

            for (var answer : pages) {
                assertThat(answer.headers().get(POLICY))
                        .as(answer.url())
                        .contains("script-src 'self' 'nonce-", "object-src 'none'", "base-uri 'self'")
                        .contains("form-action 'self'", "frame-ancestors 'none'", "default-src 'self'")
                        .doesNotContain("unsafe-eval")
                        .doesNotContainPattern("script-src[^;]*unsafe-inline");
                assertThat(answer.headers())
                        .containsEntry("x-content-type-options", "nosniff")
                        .containsEntry("referrer-policy", "same-origin")
                        .containsKey("permissions-policy");
            }
            assertThat(pages.stream().map(answer -> answer.headers().get(POLICY)))
                    .as("each page has a number of its own")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_views_work_without_anything_being_refused() {
        try (var window = Browser.window(1440, false)) {
            var refused = new ArrayList<String>();
            window.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            window.onWebError(error -> refused.add(error.error()));
            var page = Application.signedIn(window, "demo@qliento.local", "/flows");
            page.waitForSelector(".q-flow");
            page.locator("vaadin-button:has-text(\"New flow\")").click();
            page.waitForSelector("vaadin-dialog-overlay");
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");
            page.locator(".djs-shape").first().click();
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Versions"))
                    .click();
            page.waitForSelector("vaadin-dialog-overlay");

            assertThat(refused).isEmpty();
        }
    }

    /** Below 750 kbit/s a view's programs take longer than Vaadin's own 5 s; with them the page stayed white for good. */
    @Test
    void a_page_waits_a_minute_for_its_programs_and_shows_its_outline_meanwhile() throws Exception {
        var client = HttpClient.newHttpClient();
        var page = client.send(
                        HttpRequest.newBuilder(URI.create(Application.address() + "/sign-in"))
                                .header("Accept-Language", "es")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var settings = client.send(
                        HttpRequest.newBuilder(URI.create(Application.address() + "/?v-r=init&location=sign-in&query="))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(page).contains("id=\"q-skeleton\"", "Cargando", "prefers-reduced-motion", "theme~='dark'");
        assertThat(settings).containsPattern("\"maxMessageSuspendTimeout\"\\s*:\\s*60000");
        try (var window = Browser.window(1440, true)) {
            var slow = window.newPage();
            slow.route("**/*.js", route -> {});
            slow.navigate(
                    Application.address() + "/sign-in", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            slow.waitForSelector("#q-skeleton:visible");
            Browser.see(slow, "skeleton-1440-dark");
            slow.unroute("**/*.js");
            slow.navigate(Application.address() + "/sign-in");
            slow.waitForSelector("vaadin-login-form");
            assertThat(slow.isVisible("#q-skeleton")).isFalse();
        }
    }

    @Test
    void a_text_that_became_part_of_a_page_runs_nothing() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");

            page.evaluate("""
                    () => { const there = document.createElement('div'); document.body.append(there);
                      there.innerHTML = '<img src=x onerror="window.ran = 1"><a id=lure href="javascript:window.ran = 1">x</a>';
                      const script = document.createElement('script'); script.textContent = 'window.ran = 1'; there.append(script);
                      document.getElementById('lure').click(); }
                    """);
            page.waitForTimeout(300);

            assertThat(page.evaluate("() => window.ran")).isNull();
            assertThat(page.evaluate("() => new Promise((tell) => setTimeout(() => {"
                            + " try { tell(eval('1 + 1')); } catch (refused) { tell(refused.name); } }))"))
                    .isEqualTo("EvalError");
        }
    }

    @Test
    void the_way_in_carries_no_diagram_editor() {
        try (var window = Browser.window(1440, false)) {
            var scripts = new ConcurrentHashMap<String, byte[]>();
            var answers = new ArrayList<Response>();
            var page = window.newPage();
            page.onResponse(answers::add);
            page.navigate(Application.address() + "/sign-in");
            page.waitForSelector("vaadin-login-form");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            answers.stream()
                    .filter(answer -> answer.url().contains(".js"))
                    .forEach(answer -> scripts.put(answer.url(), answer.body()));

            var bytes = scripts.values().stream().mapToLong(body -> body.length).sum();
            scripts.forEach((url, body) -> System.out.println("sign-in loads " + body.length + " " + url));
            System.out.println("sign-in loads in all " + bytes);
            assertThat(scripts).isNotEmpty();
            assertThat(scripts.values())
                    .noneMatch(body -> new String(body, StandardCharsets.UTF_8).contains("djs-")
                            || new String(body, StandardCharsets.UTF_8).contains("bpmn-js"));
            assertThat(bytes).isLessThan(MOST_BYTES_TO_SIGN_IN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/flows", "/api/openapi.json", "/actuator/health", "/simulator/numbers", "/nothing"})
    void what_is_no_page_can_run_nothing(String path) throws IOException, InterruptedException {
        var headers = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Application.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers();

        assertThat(headers.firstValue(POLICY)).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void the_simulated_phone_keeps_a_policy_of_its_own() throws IOException, InterruptedException {
        var headers = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Application.address() + "/simulator/phone"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers();

        assertThat(headers.allValues(POLICY))
                .singleElement()
                .asString()
                .contains("script-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
    }
}
