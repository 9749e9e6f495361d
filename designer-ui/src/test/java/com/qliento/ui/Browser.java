package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, one for all tests of a run. */
final class Browser {

    /** The one without windows first: it draws the same and takes a quarter less of the processors. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Map<String, Object> EVERYTHING = Map.of();

    /** What can be wrong in one light only: the rest was looked at in the other, on the same page. */
    private static final Map<String, Object> COLOURS =
            Map.of("runOnly", List.of("color-contrast", "link-in-text-block"));

    private static final String AXE = axe();
    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    /** A window of its own, signed in nowhere. */
    static BrowserContext window(int width, boolean dark) {
        return window(width, dark, "en-GB");
    }

    /** The same for somebody whose browser asks for this language. */
    static BrowserContext window(int width, boolean dark, String language) {
        var window = shared().newContext(new NewContextOptions()
                .setViewportSize(width, height(width))
                .setLocale(language)
                // what is asked beside the pages, such as the sign-in, is asked in the same language
                .setExtraHTTPHeaders(Map.of("Accept-Language", language))
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        window.setDefaultTimeout(15_000);
        return window;
    }

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            var chromium =
                    PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
            Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here: install it, or run .ci/run, which does");
            // As long as everything else waits: the first page of a program that has just begun comes slowly.
            PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.get())
                            .setArgs(Stream.of(
                                            "no-sandbox",
                                            "disable-gpu",
                                            "disable-quic",
                                            "no-first-run",
                                            "disable-background-networking",
                                            "disable-component-update",
                                            "disable-sync")
                                    .map(argument -> "--" + argument)
                                    .toList()));
        }
        return shared;
    }

    /** Keeps what the page looks like, for people to look at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps a picture, and checks that everybody can use the page as it is now. */
    static void see(Page page, String name) {
        picture(page, name);
        usable(page, name);
    }

    /**
     * Sees the page wide and narrow, light and dark, one after the other as somebody who turns a phone and the lamp off: the
     * same page, since loading it is what takes long. Wide and light again in the end; nothing may be open that closes when a
     * window changes its size.
     */
    static void seeEveryLook(Page page, String name) {
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, height(width));
            for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var dark = scheme == ColorScheme.DARK;
                page.waitForSelector(dark ? "html[theme=dark]" : "html:not([theme=dark])");
                picture(page, name + "-" + width + (dark ? "-dark" : "-light"));
                usable(page, name + " " + width + (dark ? " dark" : " light"), dark ? COLOURS : EVERYTHING);
            }
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(name + " is not wider than " + width)
                    .isTrue();
        }
    }

    private static int height(int width) {
        return width < 600 ? 844 : 900;
    }

    /**
     * No serious or critical violation of accessibility; what bpmn.io draws on its boards is not ours. Axe is asked for
     * violations only: collecting what passes, and doing so on a page of its own, takes it ten times as long.
     */
    static void usable(Page page, String name) {
        usable(page, name, EVERYTHING);
    }

    @SuppressWarnings("unchecked") // what a page gives comes without types
    private static void usable(Page page, String name, Map<String, Object> rules) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        var violations = (List<String>) page.evaluate("""
                async rules => {
                  const found = await axe.run({ exclude: [['.djs-container']] }, { resultTypes: ['violations'], ...rules });
                  return found.violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
                }""", rules);
        assertThat(violations).as(name).isEmpty();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
