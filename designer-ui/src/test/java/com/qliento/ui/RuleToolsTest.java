package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.ruleset.DecisionDrafts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table is changed with beyond its cells: columns about what flows know, rows from examples, real decisions. */
class RuleToolsTest {

    private static final Actor OWNER =
            new Actor("owner", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.OWNER);

    @Test
    void a_column_asks_about_an_answer_of_a_flow_with_its_choices_and_goes_in_one_step() {
        try (var window = Browser.window(1440, false)) {
            var page = RuleTable.made(Application.blank(window, "builder@qliento.local"), "Column test");

            addColumn(page, "size", "size – answer in", "People");
            assertThat(page.locator("qliento-decision th.input-cell")).hasCount(2);
            assertThat(page.locator("qliento-decision th.input-cell").nth(1)).containsText("People");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            assertThat(file("column-test"))
                    .contains("<inputData", "\"1 to 10\",\"11 to 50\",\"More than 50\"")
                    .contains("<dmndi:DMNEdge");
            assertThat(page.locator(".q-sheet-problem.bad")).hasCount(0);

            page.locator("qliento-decision td.input-cell").first().click();
            page.keyboard().press("Escape");
            page.keyboard().press("Control+z");
            for (int i = 0;
                    i < 3 && page.locator("qliento-decision th.input-cell").count() > 1;
                    i++) {
                page.keyboard().press("Control+z");
            }
            assertThat(page.locator("qliento-decision th.input-cell")).hasCount(1);
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(file("column-test"))
                    .doesNotContain("1 to 10", "name=\"size\""));
        }
    }

    @Test
    void the_board_keeps_a_table_and_its_model_together_and_a_press_repairs_what_came_apart() {
        try (var window = Browser.window(1440, false)) {
            var page = RuleTable.made(Application.blank(window, "builder@qliento.local"), "Type test");

            command(page, "modeling.editInputExpressionTypeRef(table.input[0].inputExpression, 'number')");
            command(page, "modeling.editOutputTypeRef(table.output[0], 'number')");
            command(page, "modeling.updateProperties(table.input[0], { inputExpression: { text: 'age' } })");
            saved("type-test", file -> assertThat(file)
                    .contains("<inputData id=\"input\" name=\"age\">")
                    .contains("<variable id=\"input-value\" name=\"age\" typeRef=\"number\" />")
                    .contains("<variable id=\"decision-value\" name=\"result\" typeRef=\"number\" />"));
            command(page, "modeling.editHitPolicy('COLLECT', undefined)");
            saved("type-test", file -> assertThat(file).contains("<variable id=\"decision-value\" name=\"result\" />"));

            command(page, "modeling.editCell(table.rule[0].outputEntry[0], '\"one\\u000Btwo\\u0001\"')");
            saved("type-test", file -> assertThat(file).contains("\"one\ntwo\""));

            command(page, "modeling.editHitPolicy('FIRST', undefined)");
            command(
                    page,
                    "commands.clear(), table.$parent.variable.set('typeRef', 'string'),"
                            + " modeling.editOutputName(table.output[0], 'fee')");
            assertThat(page.locator(".q-sheet-problem.bad", new Page.LocatorOptions().setHasText("result is a string")))
                    .hasCount(1);
            Browser.see(page, "rule-repair-1440-light");
            page.setViewportSize(390, 844);
            Browser.see(page, "rule-repair-390-light");
            page.setViewportSize(1440, 900);
            page.locator(".q-sheet-repair").first().click();
            saved("type-test", file -> assertThat(file)
                    .contains("<variable id=\"decision-value\" name=\"result\" typeRef=\"number\" />"));
            assertThat(page.locator(".q-sheet-repair")).hasCount(0);
            command(page, "commands.undo()");
            assertThat(page.locator(".q-sheet-repair")).hasCount(1);
        }
    }

    @Test
    void rows_with_ids_that_are_none_stay_and_a_file_that_can_not_be_read_whole_is_only_shown() {
        try (var window = Browser.window(1440, false)) {
            var page = RuleTable.made(Application.blank(window, "builder@qliento.local"), "Id test");
            var decisions = Application.bean(DecisionDrafts.class);
            var odd = file("id-test").replace("\"row-1\"", "\"row 1\"").replace("\"row-2\"", "\"2\"");
            decisions.overwrite(OWNER, "id-test", odd.getBytes(StandardCharsets.UTF_8));

            page.reload();
            assertThat(page.locator("qliento-decision td.input-cell")).hasCount(3);
            assertThat(page.locator(".q-sheet-notice"))
                    .containsText("Some ids could not be used as they were (row 1, 2)");
            Browser.picture(page, "rule-ids-1440-light");
            RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "\"new\"");
            saved("id-test", file -> assertThat(file).contains("\"new\"", "id=\"row-1\"", "id=\"rule-2\""));

            page.locator(".q-editor-actions vaadin-button:has-text('Try it')").click();
            page.getByLabel("answer given")
                    .evaluate("(input) => { input.focus(); const clipboardData = new DataTransfer();"
                            + " clipboardData.setData('text/plain', 'a\\u000Bb\\u0000c');"
                            + " input.dispatchEvent(new ClipboardEvent('paste',"
                            + " { clipboardData, bubbles: true, composed: true, cancelable: true })); }");
            assertThat(page.getByLabel("answer given")).hasValue("a bc");

            var partly = file("id-test").replace("dmnElementRef=\"input\"", "dmnElementRef=\"gone\"");
            decisions.overwrite(OWNER, "id-test", partly.getBytes(StandardCharsets.UTF_8));
            page.reload();
            assertThat(page.locator(".q-sheet-notice"))
                    .containsText("What it could not read: unresolved reference <gone>");
            assertThat(page.locator("qliento-decision td.input-cell")).hasCount(2);
            assertThat(page.locator("qliento-decision .add-input")).hasCount(0);
            Browser.picture(page, "rule-dropped-1440-light");
        }
    }

    private static void command(Page page, String does) {
        page.evaluate("() => { const view = document.querySelector('qliento-decision').modeler.getActiveViewer();"
                + " const [modeling, commands] = ['modeling', 'commandStack'].map((name) => view.get(name));"
                + " const table = view.get('sheet').getRoot().businessObject; " + does + "; }");
    }

    private static void saved(String key, Consumer<String> as) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> as.accept(file(key)));
    }

    @Test
    void a_column_about_the_contact_needs_no_other_step() {
        try (var window = Browser.window(1440, true)) {
            var page = RuleTable.made(Application.blank(window, "builder@qliento.local"), "Contact test");

            addColumn(page, "Language", "Language of the contact", "Speaks");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");

            assertThat(file("contact-test")).contains("contact.language");
            assertThat(page.locator(".q-sheet-problem.bad")).hasCount(0);
            Browser.picture(page, "rule-column-1440-dark");
        }
    }

    @Test
    void a_row_is_made_from_values_that_were_tried() {
        try (var window = Browser.window(1440, false)) {
            var page = RuleTable.made(Application.blank(window, "builder@qliento.local"), "Example test");
            page.locator(".q-editor-actions vaadin-button:has-text('Try it')").click();
            page.getByLabel("answer given").fill("may\"be");
            page.locator(".q-decide vaadin-button:has-text('Decide')").click();
            assertThat(page.locator(".q-decide-results")).containsText("By row 2");

            page.locator("vaadin-button:has-text('Make a row for this')").click();

            var inputs = page.locator("qliento-decision td.input-cell");
            assertThat(inputs).hasCount(4); // with the line that adds a row
            assertThat(inputs.nth(1)).containsText("\"may\\\"be\"");
            assertThat(page.locator("qliento-decision td.output-cell").nth(1)).containsText("\"b\"");
            Browser.picture(page, "rule-example-1440-light");
        }
    }

    @Test
    void a_changed_table_is_held_against_what_flows_decided() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.blank(window, "demo@qliento.local");
            customer(page, "34600111222", "offer", "More than 50", "This quarter");
            page.navigate(Application.address() + "/rules/edit/qualify-lead");
            var before = page.locator("qliento-decision td.output-cell").first();
            assertThat(before).containsText("call");

            RuleTable.write(before, "\"trial\"");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            try {
                page.locator(".q-editor-actions vaadin-button:has-text('Try it')")
                        .click();
                page.locator("vaadin-button:has-text('Try it on the last 200')").click();
                assertThat(page.locator(".q-decide-real")).containsText("would come out otherwise");
                assertThat(page.locator(".q-decide-real li").first()).containsText("row 1 gives something else");
                Browser.picture(page, "rule-real-1440-light");
                Browser.usable(page, "rule-real");
            } finally {
                RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "\"call\"");
                assertThat(page.locator(".q-editor-saved")).containsText("Saved");
            }
            page.locator("vaadin-button:has-text('Try it on the last 200')").click();
            assertThat(page.locator(".q-decide-real")).containsText("come out as they did");
        }
    }

    @Test
    void the_draft_is_compared_with_a_version_cell_by_cell() {
        try (var window = Browser.window(1440, true)) {
            var page = RuleTable.made(Application.blank(window, "demo@qliento.local"), "Diff test");
            page.locator(".q-editor-actions vaadin-button:has-text('Publish')").click();
            page.locator("vaadin-dialog-overlay vaadin-button:has-text('Publish now')")
                    .click();
            assertThat(page.locator("vaadin-notification-card")).containsText("Version 1 is live");
            RuleTable.write(page.locator("qliento-decision td.output-cell").first(), "\"other\"");
            assertThat(page.locator(".q-editor-saved")).containsText("Saved");

            page.locator(".q-editor-actions vaadin-button:has-text('Versions')").click();
            page.locator("vaadin-dialog-overlay vaadin-button:has-text('draft')")
                    .first()
                    .click();

            assertThat(page.locator(".q-rule-changes")).containsText("\"other\"");
            assertThat(page.locator(".q-rule-changes li")).hasCount(1);
            Browser.picture(page, "rule-changes-1440-dark");
            Browser.usable(page, "rule-changes");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void the_dialog_for_a_column_can_be_used_by_everybody(int width, boolean dark) {
        try (var window = Browser.window(width, dark)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/rules/edit/qualify-lead");
            page.locator("qliento-decision .add-input").first().click();
            page.locator("vaadin-dialog-overlay").waitFor();
            var look = "rule-ask-" + width + (dark ? "-dark" : "-light");
            Browser.picture(page, look);
            Browser.usable(page, look);
        }
    }

    @ParameterizedTest
    @CsvSource({"es-ES, 1440, Probar, Cuando, Entonces", "pt-PT, 390, Experimentar, Quando, Então"})
    void the_board_speaks_the_language_of_its_person(
            String language, int width, String tries, String when, String then) {
        try (var window = Browser.window(width, width < 600, language)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/rules/edit/qualify-lead");
            var table = page.locator("qliento-decision .tjs-container");
            assertThat(table).containsText(when);
            assertThat(table).containsText(then);
            assertThat(table.textContent()).doesNotContain("When", "Then", "Annotations", "Hit policy");
            page.locator(".q-editor-actions vaadin-button:has-text('" + tries + "')")
                    .click();
            Browser.picture(page, "rule-editor-" + language + "-" + width);
            page.locator(".q-decide-head vaadin-button").click();
            page.locator("qliento-decision .add-input").first().click();
            page.locator("vaadin-dialog-overlay").waitFor();
            Browser.picture(page, "rule-ask-" + language + "-" + width);
        }
    }

    private static void addColumn(Page page, String typed, String shown, String heading) {
        page.locator("qliento-decision .add-input").first().click();
        page.getByLabel("What does it ask about?").fill(typed);
        page.locator("vaadin-combo-box-item:has-text('" + shown + "')").first().click();
        page.getByLabel("Heading").fill(heading);
        page.locator("vaadin-dialog-overlay vaadin-button:has-text('Add it')").click();
    }

    private static void customer(Page page, String phone, String... texts) {
        var address = Application.address() + "/simulator/customers/" + phone + "/messages";
        for (int i = 0; i < texts.length; i++) {
            int heard = i + 1;
            page.request()
                    .post(address, RequestOptions.create().setData(Map.of("name", "Rosa Vidal", "text", texts[i])));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> page.request().get(address).text().split("\"from\":\"business\"", -1).length > heard);
        }
    }

    private static String file(String key) {
        return new String(Application.bean(DecisionDrafts.class).get(OWNER, key).content(), StandardCharsets.UTF_8);
    }
}
