package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.qliento.account.Accounts;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.ui.shell.TryView;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.io.ClassPathResource;

/** The frame around the views: what happens when something fails, ends or is looked for. */
@ExtendWith(OutputCaptureExtension.class)
class ShellTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final OrganisationId SECOND = OrganisationId.of("00000000-0000-7000-8000-00000000de31");

    @Test
    void what_fails_is_told_with_a_number_that_leads_to_the_log_and_no_word_of_a_customer(CapturedOutput log) {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/try-things");
            page.getByText("fail").click();

            var told = page.locator(".q-failure");
            assertThat(told).containsText("Something went wrong");
            assertThat(told).containsText("Try again");
            var words = told.textContent();
            var number = Pattern.compile("number: ([2-9A-Z]{8})").matcher(words);
            assertThat(number.find()).as(words).isTrue();
            assertThat(words).doesNotContain(TryView.SECRET).doesNotContain("Exception");
            assertThat(log.getAll())
                    .contains(number.group(1) + ": java.lang.IllegalStateException at com.qliento.ui.shell.TryView")
                    .doesNotContain(TryView.SECRET);
            Browser.picture(page, "failure-1440-light");

            page.reload();
            page.getByText("refuse").click();
            assertThat(page.locator(".q-failure")).containsText("Somebody was quicker.");
        }
    }

    @Test
    void a_view_that_fails_is_not_there_or_is_not_for_the_role_says_so_and_shows_the_way_home(CapturedOutput log) {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "viewer@qliento.local", "/try-broken");
            assertThat(page.locator(".q-error-page[data-kind=failed] p")).containsText(Pattern.compile("[2-9A-Z]{8}"));
            assertThat(page.content()).doesNotContain(TryView.SECRET).doesNotContain("IllegalState");
            assertThat(log.getAll()).doesNotContain(TryView.SECRET);

            page.navigate(Application.address() + "/flows/edit/there-is-none");
            assertThat(page.locator(".q-error-page[data-kind=not-found] h1")).hasText("There is nothing here");

            page.navigate(Application.address() + "/try-things");
            assertThat(page.locator(".q-error-page[data-kind=forbidden] p")).containsText("As a viewer of Demo");
            page.getByText("Go home").click();
            assertThat(page.locator(".q-home")).isVisible();
        }
    }

    @Test
    void the_command_bar_goes_anywhere_by_keyboard() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");

            page.keyboard().press("Control+k");
            page.keyboard().type("flws");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Flows");
            page.keyboard().press("Enter");
            page.waitForURL("**/flows");

            page.locator("vaadin-text-field input").first().focus();
            page.keyboard().press("Control+k");
            page.keyboard().type("new flow");
            Browser.picture(page, "command-bar-1440-light");
            page.keyboard().press("Enter");
            assertThat(page.locator("vaadin-dialog-overlay")).isVisible();
            page.keyboard().press("Escape");

            page.keyboard().press("Control+k");
            page.keyboard().type("qzqzqz");
            assertThat(page.locator(".q-command [role=status]")).hasText("Nothing is called like that.");
            page.locator(".q-command input").fill("menu");
            page.keyboard().press("Enter");
            page.waitForURL("**/flows/edit/*menu*");
            page.waitForSelector(".djs-shape");

            page.keyboard().press("Control+k");
            assertThat(page.locator(".q-command")).isVisible();
            page.keyboard().type("espanol");
            page.keyboard().press("Enter");
            assertThat(page.locator(".q-editor-actions")).containsText("Publicar");
            page.waitForSelector(".djs-shape");
            page.keyboard().press("Control+k");
            page.keyboard().type("english");
            page.keyboard().press("Enter");
            assertThat(page.locator(".q-editor-actions")).containsText("Publish");
        }
    }

    @Test
    void a_question_mark_shows_the_shortcuts_and_in_a_field_is_a_question_mark() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.keyboard().press("?");
            assertThat(page.locator(".q-keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".q-keys")).isHidden();

            page.navigate(Application.address() + "/flows");
            var field = page.locator("vaadin-text-field input").first();
            field.focus();
            page.keyboard().press("?");
            assertThat(field).hasValue("?");
            assertThat(page.locator(".q-keys")).isHidden();

            page.navigate(Application.address() + "/flows/edit/menu");
            page.waitForSelector(".djs-shape");
            page.keyboard().press("?");
            assertThat(page.locator(".q-dialog")).containsText("Search and commands");
        }
    }

    @Test
    void whoever_works_for_two_organisations_changes_between_them_and_stays_in_the_view() {
        var email = "two-" + System.nanoTime() + "@example.org";
        var accounts = Application.bean(Accounts.class);
        Application.bean(Organisations.class)
                .save(new Organisation(
                        SECOND,
                        "Second Shop",
                        "?",
                        Organisation.DEFAULT_STOP_KEYWORDS,
                        Organisation.DEFAULT_STOP_REPLY));
        accounts.register(DEMO, Role.OWNER, email, "Two", "demo");
        accounts.register(SECOND, Role.VIEWER, email, "Two", "demo");
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, email);
            var other = window.newPage();
            other.navigate(Application.address() + "/flows/edit/menu");
            other.waitForSelector(".djs-shape");
            page.navigate(Application.address() + "/flows");
            page.waitForSelector(".q-flow");

            page.keyboard().press("Control+k");
            page.keyboard().type("second shop");
            page.keyboard().press("Enter");

            assertThat(page.locator(".q-who")).containsText("Second Shop");
            assertThat(page).hasURL(Pattern.compile(".*/flows$"));
            assertThat(page.locator(".q-flow")).hasCount(0);
            assertThat(page.getByText("New flow")).hasCount(0);
            assertThat(other).hasURL(Application.address() + "/");
            assertThat(other.locator(".q-who")).containsText("Second Shop");
        }
    }

    @Test
    void who_was_away_too_long_signs_in_again_and_finds_the_page_and_what_was_drawn() throws IOException {
        var blank = new ClassPathResource("ui/blank.bpmn").getContentAsByteArray();
        Application.bean(FlowDrafts.class).overwrite(new Actor("test", DEMO, Role.BUILDER), "to-be-kept", blank);
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/to-be-kept");
            page.waitForSelector(".djs-shape");
            var address = page.url();
            var session = window.cookies().stream()
                    .filter(cookie -> cookie.name.equals("JSESSIONID"))
                    .findFirst()
                    .orElseThrow();
            window.addCookies(List.of(over(session)));

            page.evaluate("() => { const m = document.querySelector('qliento-canvas').modeler;"
                    + " const e = m.get('elementRegistry').find((x) => x.type === 'bpmn:StartEvent');"
                    + " m.get('modeling').updateProperties(e, { name: 'Kept for later' }); }");
            assertThat(page.locator(".v-system-error")).containsText("You were signed out");
            Browser.picture(page, "expired-1440-light");
            page.locator(".v-system-error").click();
            page.locator("input[name=username]").fill("demo@qliento.local");
            page.locator("input[name=password]").fill("demo");
            page.locator("vaadin-button[theme*=submit]").click();

            page.waitForSelector(".djs-shape");
            assertThat(page.url().replaceAll("\\?.*", "")).isEqualTo(address);
            assertThat(page.getByText("This browser kept changes")).isVisible();
            Browser.picture(page, "kept-1440-light");
            page.getByText("Take them over").click();
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            assertThat(page.locator("qliento-canvas")).containsText("Kept for later");
        }
    }

    @Test
    void the_server_reaches_the_page_by_itself_and_a_closed_page_leaves_nothing() {
        var open = new AtomicInteger();
        service().addUIInitListener(event -> {
            open.incrementAndGet();
            event.getUI().addDetachListener(gone -> open.decrementAndGet());
        });
        try (var window = Browser.window(1440, false)) {
            var sockets = new CopyOnWriteArrayList<String>();
            window.onPage(opened -> opened.onWebSocket(socket -> sockets.add(socket.url())));
            var page = Application.signedIn(window, "demo@qliento.local", "/try-things");
            page.locator("button", new Page.LocatorOptions().setHasText("push")).click();
            assertThat(page.locator("#pushed")).hasText("pushed");
            assertThat(sockets).isNotEmpty();
            assertThat(open.get()).isGreaterThanOrEqualTo(1);

            page.close(new Page.CloseOptions().setRunBeforeUnload(true));
            page.context().pages().forEach(Page::close);

            Awaitility.await().untilAsserted(() -> assertThat(open).hasValue(0));
        }
    }

    @Test
    void a_lost_connection_is_told_and_found_again() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/try-things");
            page.waitForSelector("#pushed");
            window.setOffline(true);
            page.locator("button", new Page.LocatorOptions().setHasText("refuse"))
                    .click();
            assertThat(page.locator("vaadin-connection-indicator")).containsText("No connection");
            Browser.picture(page, "offline-1440-light");

            window.setOffline(false);

            page.waitForSelector(".q-failure");
            assertThat(page.locator(".q-failure")).containsText("Somebody was quicker.");
        }
    }

    @Test
    void on_a_phone_the_navigation_is_below_and_holds_everything() {
        try (var window = Browser.window(390, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-find").click();
            page.waitForSelector(".q-command li");
            var words = new ArrayList<>(page.getByRole(AriaRole.OPTION).allTextContents());
            assertThat(words).anyMatch(text -> text.contains("Sign out")).anyMatch(text -> text.contains("Português"));
            page.locator(".q-command input").fill("sign out");
            page.keyboard().press("Enter");
            page.waitForSelector("vaadin-login-form");
        }
    }

    @Test
    void the_keyboard_first_finds_the_way_past_the_navigation() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.keyboard().press("Tab");
            assertThat(page.locator(".q-skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".q-shell > main")).isFocused();
        }
    }

    private static Cookie over(Cookie session) {
        session.value = "0000-over";
        return session;
    }

    private static VaadinServletService service() {
        Application.address();
        return Application.beans(ServletRegistrationBean.class).stream()
                .map(registration -> registration.getServlet())
                .filter(VaadinServlet.class::isInstance)
                .map(servlet -> ((VaadinServlet) servlet).getService())
                .findFirst()
                .orElseThrow();
    }
}
