package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tables that decide: written, tried, published in the browser. */
class RulesViewTest {

    private static final String EDITOR = "/rules/edit/qualify-lead";

    @Test
    void a_table_is_made_changed_tried_and_published() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Rules").click();
            page.waitForURL(Pattern.compile(".*/rules"));
            Browser.picture(page, "rules-1440-light");

            page.locator("vaadin-button:has-text('New table')").click();
            page.getByLabel("Name").fill("Which team?");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/rules/edit/which-team"));
            assertThat(page.locator("qliento-decision td.input-cell").first()).containsText("yes");

            RuleTable.write(page.locator("qliento-decision td.input-cell").first(), "\"invoice\"");
            RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "\"billing\"");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");

            tryAndKeep(page);
            publishAndDelete(page);
        }
    }

    private static void tryAndKeep(Page page) {
        page.locator(".q-editor-actions vaadin-button:has-text('Try it')").click();
        page.getByLabel("answer given").fill("invoice");
        page.locator(".q-decide vaadin-button:has-text('Decide')").click();
        assertThat(page.locator(".q-decide-results")).containsText("billing");
        assertThat(page.locator(".q-decide-results")).containsText("By row 1");
        assertThat(page.locator("qliento-decision td.q-cell-counted").first()).isVisible();
        page.getByLabel("Name of the test").fill("bills");
        page.locator("vaadin-button:has-text('Keep as a test')").click();
        assertThat(page.locator(".q-decide-tests li")).containsText("right");
        assertThat(page.locator(".q-decide-tests")).containsText("No test reaches row 2");
        RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "\"accounts\"");
        assertThat(page.locator(".q-decide-tests li")).containsText("expected result: billing, got result: accounts");
        Browser.picture(page, "rule-try-1440-light");
    }

    private static void publishAndDelete(Page page) {
        page.locator(".q-editor-actions vaadin-button:has-text('Publish')").click();
        page.locator("vaadin-dialog-overlay vaadin-button:has-text('Publish now')")
                .click();
        assertThat(page.locator("vaadin-dialog-overlay")).containsText("One test fails");
        assertThat(page.locator("vaadin-dialog-overlay"))
                .containsText("bills: expected result: billing, got result: accounts");
        Browser.picture(page, "rule-publish-tests-1440-light");
        page.locator("vaadin-dialog-overlay vaadin-button:has-text('Publish anyway')")
                .click();
        assertThat(page.locator("vaadin-notification-card")).containsText("Version 1 is live");
        page.locator("[aria-label='All rules']").click();
        assertThat(page.locator(".q-rules-list li:has-text('Which team?')")).containsText("Version 1 live");

        page.locator("[aria-label='Delete “Which offer fits?”']").click();
        assertThat(page.locator("vaadin-confirm-dialog-overlay")).containsText("It decides in Which offer fits?");
        page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                .click();
        page.locator("[aria-label='Delete “Which team?”']").click();
        page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                .click();
        assertThat(page.locator(".q-rules-list li:has-text('Which team?')")).hasCount(0);
    }

    @Test
    void what_is_wrong_stands_beside_the_cell_and_is_not_published() {
        try (var window = Browser.window(1440, true)) {
            var page = Application.blank(window, "builder@qliento.local");
            RuleTable.made(page, "Broken on purpose");

            RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "colour");
            assertThat(page.locator(".q-sheet-problem")).containsText("Nothing gives a value to 'colour'");
            assertThat(page.locator("qliento-decision td.q-cell-bad")).hasCount(1);
            Browser.picture(page, "rule-problems-1440-dark");

            page.locator(".q-editor-actions vaadin-button:has-text('Publish')").click();
            assertThat(page.locator("vaadin-dialog-overlay")).containsText("Not yet: one problem first");
            assertThat(page.locator("vaadin-dialog-overlay vaadin-button:has-text('Publish now')"))
                    .isDisabled();
        }
    }

    @Test
    void a_viewer_reads_a_table_and_changes_nothing() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.blank(window, "viewer@qliento.local");
            page.navigate(Application.address() + EDITOR);

            assertThat(page.locator("qliento-decision td.output-cell").first()).containsText("call");
            assertThat(page.locator("qliento-decision [contenteditable=true]")).hasCount(0);
            assertThat(page.locator(".q-editor-actions vaadin-button:has-text('Publish')"))
                    .hasCount(0);
        }
    }

    @Test
    void the_rules_can_be_used_by_everybody() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/rules");
            page.waitForSelector(".q-rules-list");
            Browser.seeEveryLook(page, "rules");
            page.navigate(Application.address() + EDITOR);
            page.waitForSelector("qliento-decision td.output-cell");
            Browser.seeEveryLook(page, "rule-editor");
            page.locator(".q-view-tab").first().click();
            page.waitForSelector("qliento-decision .djs-shape");
            Browser.seeEveryLook(page, "rule-diagram");
        }
    }

    @Test
    void a_flow_chooses_its_table_from_those_that_are_published() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/qualify-lead");
            page.waitForSelector(".djs-shape[data-element-id=table]");
            page.locator(".djs-shape[data-element-id=table]").click();

            var choice = page.locator(".q-properties select").first();
            assertThat(choice).hasValue("qualify-lead");
            assertThat(choice).containsText("Which offer fits? (qualify-lead)");
            assertThat(page.locator(".q-properties")).containsText("Decide by a table");
            Browser.picture(page, "rule-block-1440-light");
        }
    }
}
