package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long lists: what they have in common. */
class ListsTest {

    /** The component keeps its rows in any order, and some in store. */
    private static final String FIRST_CELL = """
            [...document.querySelector('vaadin-grid').shadowRoot.querySelectorAll('#items > tr:not([hidden])')]
              .sort((one, other) => one.index - other.index)[0].cells[0].focus()""";

    /** Which row's cell has the focus, and where it is seen. */
    private static final String FOCUSED = """
            () => {
              const cell = document.querySelector('vaadin-grid').shadowRoot.activeElement;
              return cell?.querySelector('slot').assignedElements()[0].textContent + Math.round(cell?.getBoundingClientRect().top);
            }
            """;

    @Test
    void a_list_is_sorted_filtered_shared_by_its_address_and_keeps_its_place() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.blank(window, "demo@qliento.local");
            IntStream.range(0, 60).forEach(i -> write(page, "3461200%04d".formatted(i), "Guest %02d".formatted(i)));
            page.navigate(Application.address() + "/conversations?state=everything&sort=sideways&who=Ana");
            page.waitForSelector(".q-list-link");
            assertThat(page).hasURL(Pattern.compile(".*/conversations$"));
            page.waitForFunction("() => document.querySelector('vaadin-grid').size >= 60");

            page.locator("vaadin-grid-sorter").getByText("Began").click();
            assertThat(page).hasURL(Pattern.compile(".*/conversations\\?sort=oldest$"));
            page.locator("vaadin-select").click();
            page.locator("vaadin-select-item")
                    .getByText("Waits for another system")
                    .click();
            assertThat(page.getByText("No conversation is like that")).isVisible();
            // The words come before the address: whoever went back in between would go back twice.
            assertThat(page).hasURL(Pattern.compile(".*/conversations\\?state=calling&sort=oldest$"));
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(".*/conversations\\?sort=oldest$"));
            assertThat(page.locator("vaadin-grid")).isVisible();

            page.evaluate(FIRST_CELL);
            page.keyboard().press("PageDown");
            page.keyboard().press("PageDown");
            page.waitForFunction("() => /Guest/.test((" + FOCUSED + ")())");
            var reading = page.evaluate(FOCUSED);
            var before = page.locator("vaadin-grid").evaluate("grid => grid.size");
            write(page, "34612009999", "Guest of now");
            page.waitForFunction("size => document.querySelector('vaadin-grid').size > size", before);
            assertThat(page.evaluate(FOCUSED)).isEqualTo(reading);
        }
    }

    @Test
    void a_row_opens_by_enter_and_by_a_click_and_nothing_scrolls_sideways_on_a_phone() {
        try (var window = Browser.window(390, false)) {
            var page = Application.blank(window, "demo@qliento.local");
            write(page, "34612008888", "Paula");
            page.navigate(Application.address() + "/conversations");
            page.waitForSelector(".q-list-link");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();

            page.evaluate(FIRST_CELL);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/conversations/.+"));
            page.goBack();
            page.waitForSelector(".q-list-link");
            page.locator(".q-window:visible").first().click();
            page.waitForURL(Pattern.compile(".*/conversations/.+"));
        }
    }

    private static void write(Page page, String phone, String name) {
        var answer = page.request()
                .post(
                        Application.address() + "/simulator/customers/" + phone + "/messages",
                        RequestOptions.create().setData(Map.of("name", name, "text", "hello")));
        assertThat(answer.status()).isEqualTo(202);
    }
}
