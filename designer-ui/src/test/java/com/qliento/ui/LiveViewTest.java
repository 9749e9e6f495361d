package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is going on now: counted on the blocks, listed, told step by step and word by word. */
class LiveViewTest {

    @BeforeAll
    static void somebody_wrote() {
        try (var window = Browser.window(1440, false)) {
            var page = window.newPage();
            write(page, "34611000001", "Ana Prieto", "menu");
            write(page, "34611000002", "Bruno", "hello there");
        }
    }

    @Test
    void a_conversation_is_counted_on_its_block_and_opened_with_its_way_and_its_words() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/menu");
            page.waitForSelector("[data-element-id=next-message]");
            button(page, "Live").click();
            var live = page.locator(".q-live-layer");
            assertThat(live.locator(".q-live").first()).hasText(Pattern.compile("\\d+"));
            int before = Integer.parseInt(live.locator(".q-live").first().innerText());
            write(page, "34611000003", "Carla Gómez", "menu");
            assertThat(live.locator(".q-live").first())
                    .hasText(Integer.toString(before + 1), new LocatorAssertions.HasTextOptions().setTimeout(15_000));

            live.locator("[data-element-id=next-message]").click();
            assertThat(live.locator(".q-live-sheet")).containsText("Carla Gómez");
            Browser.picture(page, "live-1440-light");
            Browser.usable(page, "live");
            live.getByText("Carla Gómez").click();

            page.waitForURL(Pattern.compile(".*/conversations/.+"));
            assertThat(page.locator("h1")).hasText("Carla Gómez");
            assertThat(page.locator(".q-token[data-element-id=next-message]")).hasCount(1);
            assertThat(page.locator(".q-order")).hasCount(3);
            assertThat(page.locator(".q-walked")).containsText("Show the menu");
            assertThat(page.locator(".q-said.in")).containsText("menu");
            assertThat(page.locator(".q-said.out")).containsText("Welcome to Café Alba!");
        }
    }

    @Test
    void what_is_drawn_stays_when_live_is_turned_on_and_off() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/welcome");
            page.locator("[data-element-id=greet]").click();
            page.locator(".q-properties textarea").fill("Not saved yet");
            button(page, "Live").click();
            assertThat(page.locator(".q-live-layer")).isVisible();

            button(page, "Live").click();

            assertThat(page.locator(".q-live-layer")).isHidden();
            assertThat(page.locator(".q-editor-body > qliento-canvas [data-element-id=greet] .q-block-says"))
                    .hasText("Not saved yet");
        }
    }

    @Test
    void conversations_are_found_by_flow_block_state_and_number() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Conversations").click();
            assertThat(page.locator(".q-list")).containsText("Ana Prieto");
            assertThat(page.locator(".q-list")).containsText("h left to reply free-form");

            page.locator(".q-conversation-filters input").first().fill("+34 611 000 002");
            page.locator(".q-conversation-filters input").first().press("Enter");

            assertThat(page.locator(".q-list-link:visible")).hasCount(1);
            assertThat(page.locator(".q-list")).containsText("Bruno");

            page.locator(".q-conversation-filters input").first().fill("+34 1");
            page.locator(".q-conversation-filters input").first().press("Enter");
            assertThat(page.getByText("No conversation is like that")).isVisible();
        }
    }

    @Test
    void what_happens_shows_by_itself_and_takes_nobody_the_focus() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            var other = window.newPage();
            assertThat(page.locator(".q-home .q-number")).hasText(Pattern.compile("\\d+"));
            var before = page.locator(".q-home .q-number").innerText();
            write(other, "34611000021", "Dora", "hello");
            assertThat(page.locator(".q-home .q-number")).not().hasText(before);

            page.navigate(Application.address() + "/conversations");
            var dora = page.locator(".q-list-link", new Page.LocatorOptions().setHasText("Dora"));
            dora.focus();
            write(other, "34611000022", "Emil", "hello");
            assertThat(page.locator(".q-list-link").first()).containsText("Emil");
            assertThat(dora).isFocused();
            write(other, "34611000021", "Dora", "menu");
            assertThat(page.locator(".q-list-link").first()).containsText("Dora");
            assertThat(dora).isFocused();

            dora.click();
            assertThat(page.locator(".q-said").last()).containsText("Welcome to Café Alba!");
            var said = page.locator(".q-said").count();
            write(other, "34611000021", "Dora", "_anything_ else?");
            assertThat(page.locator(".q-said.in em")).hasText("anything");
            Assertions.assertThat(page.locator(".q-said").count()).isGreaterThan(said);
        }
    }

    @Test
    void a_viewer_sees_figures_and_no_conversation() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local");
            assertThat(page.locator(".q-nav").getByText("Connections")).isVisible();
            assertThat(page.locator(".q-nav").getByText("Conversations")).hasCount(0);

            page.navigate(Application.address() + "/conversations");
            assertThat(page.locator(".q-list")).hasCount(0);
            assertThat(page.getByText("Ana Prieto")).hasCount(0);

            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector("[data-element-id=next-message]");
            button(page, "Live").click();
            page.locator(".q-live-layer [data-element-id=next-message]").click();
            assertThat(page.locator(".q-live-sheet")).containsText("A customer");
            assertThat(page.locator(".q-live-sheet a")).hasCount(0);
        }
    }

    @Test
    void every_view_of_it_can_be_used_by_everybody() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/conversations");
            page.waitForSelector(".q-list-link");
            Browser.seeEveryLook(page, "conversations");
            page.locator(".q-list-link", new Page.LocatorOptions().setHasText("Ana Prieto"))
                    .click();
            page.waitForSelector(".q-order");
            Browser.seeEveryLook(page, "conversation");
            page.navigate(Application.address() + "/connections");
            page.getByText("Good quality").waitFor();
            Browser.seeEveryLook(page, "connections");
            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector("[data-element-id=next-message]");
            button(page, "Live").click();
            page.locator(".q-live").first().waitFor();
            page.locator(".q-live-layer [data-element-id=next-message]").click();
            page.locator(".q-live-sheet li").first().waitFor();
            Browser.seeEveryLook(page, "live");
        }
    }

    private static void write(Page page, String phone, String name, String text) {
        var answer = page.request()
                .post(
                        Application.address() + "/simulator/customers/" + phone + "/messages",
                        RequestOptions.create().setData(Map.of("name", name, "text", text)));
        assertThat(answer.status()).isEqualTo(202);
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(words));
    }
}
