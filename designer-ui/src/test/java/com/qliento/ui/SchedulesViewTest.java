package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Flows that begin at times, set up on the page. */
class SchedulesViewTest {

    private static final String DIALOG = "vaadin-dialog-overlay";

    @Test
    void a_schedule_is_set_up_in_plain_words_looked_at_paused_begun_by_hand_and_deleted() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Schedules").click();
            page.waitForURL(Pattern.compile(".*/schedules"));
            assertThat(page.locator(".q-empty")).containsText("No schedules yet");
            Browser.usable(page, "schedules empty");

            page.locator("vaadin-button:has-text('New schedule')").click();
            setUp(page);

            assertThat(page.locator(DIALOG)).hasCount(0);
            assertThat(page.locator(".q-schedules")).containsText("Weekly reminder");
            assertThat(page.locator(".q-schedules")).containsText("Every Monday and Thursday at 09:00");
            Browser.seeEveryLook(page, "schedules");

            menu(page, "Pause");
            assertThat(page.locator(".q-schedules")).containsText("paused");
            menu(page, "Go on");
            assertThat(page.locator(".q-schedules")).not().containsText("paused");
            menu(page, "Begin now");
            var sure = page.locator("vaadin-confirm-dialog-overlay");
            assertThat(sure).containsText("Begin “Weekly reminder” now?");
            sure.locator("vaadin-button[slot=confirm-button]").click();
            assertThat(page.locator(".q-schedules .q-state.good")).hasText("begun");
            menu(page, "Times and what became of them");
            assertThat(page.locator(DIALOG)).containsText("begun by hand");
            assertThat(sure).hasCount(0);
            Browser.usable(page, "schedule sheet");
            page.locator(DIALOG + " vaadin-button:has-text('Close')").click();

            menu(page, "Delete");
            sure.locator("vaadin-button[slot=confirm-button]").click();
            assertThat(page.locator(".q-empty")).containsText("No schedules yet");
        }
    }

    @Test
    void what_can_never_begin_is_said_while_it_is_chosen() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/schedules");
            page.locator("vaadin-button:has-text('New schedule')").click();
            select(page, "When", "As cron");
            field(page, "Line of cron").fill("0 9 31 2 *");
            assertThat(page.locator(".q-rhythm-next")).containsText("This never happens");
            field(page, "Line of cron").fill("* * * * *");
            assertThat(page.locator(".q-rhythm-next")).containsText("too often");
            field(page, "Line of cron").fill("*/10 * * * *");
            assertThat(page.locator(".q-rhythm-next")).containsText("more than 24 times a day");
            select(page, "When", "Once");
            assertThat(page.locator(".q-rhythm-next")).containsText("Choose a day and a time");
            Browser.usable(page, "schedule dialog narrow");
            Browser.picture(page, "schedule-dialog-390-dark");
        }
    }

    @Test
    void who_may_not_set_one_up_is_told_who_can() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/schedules");

            assertThat(page.locator(".q-empty")).containsText("An owner can let flows begin");
            assertThat(page.locator("vaadin-button:has-text('New schedule')")).hasCount(0);
            Browser.usable(page, "schedules of a builder");
        }
    }

    private static void setUp(Page page) {
        field(page, "Name").fill("Weekly reminder");
        choose(page, "Flow", "Yoga class");
        field(page, "For whom").fill("34 600 555 111");
        select(page, "When", "On days of the week");
        page.locator(DIALOG + " vaadin-checkbox:has-text('Thursday')").click();
        assertThat(page.locator(".q-rhythm-next")).containsText("Every Monday and Thursday at 09:00");
        assertThat(page.locator(".q-rhythm-next li")).hasCount(5);
        Browser.usable(page, "schedule dialog");
        Browser.picture(page, "schedule-dialog-1440-light");
        press(page);
    }

    private static Locator field(Page page, String label) {
        return page.locator(DIALOG)
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    private static void choose(Page page, String label, String words) {
        field(page, label).fill(words);
        page.locator("vaadin-combo-box-item:has-text('" + words + "')").first().click();
    }

    private static void select(Page page, String label, String words) {
        page.locator(DIALOG + " .q-rhythm vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        page.locator("vaadin-select-item:has-text('" + words + "'):visible").click();
    }

    private static void menu(Page page, String item) {
        page.locator("[aria-label='What to do with Weekly reminder']:visible").click();
        page.locator("vaadin-menu-bar-item:has-text('" + item + "'):visible")
                .last()
                .click();
    }

    private static void press(Page page) {
        page.locator(DIALOG + " vaadin-button[theme~=primary]").click();
    }
}
