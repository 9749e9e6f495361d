package com.qliento.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;

/** A table in the editor, as people make and write one. */
final class RuleTable {

    private RuleTable() {}

    /** Makes a new one from the list of rules and waits until it is there to be written. */
    static Page made(Page page, String name) {
        page.navigate(Application.address() + "/rules");
        page.locator("vaadin-button:has-text('New table')").click();
        page.getByLabel("Name").fill(name);
        page.keyboard().press("Enter");
        page.waitForURL(
                Pattern.compile(".*/rules/edit/" + name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        page.waitForSelector("qliento-decision td.input-cell");
        return page;
    }

    /** Replaces what stands in a cell. */
    static void write(Locator cell, String text) {
        cell.click();
        cell.page().keyboard().press("Control+a");
        cell.page().keyboard().type(text);
        cell.page().keyboard().press("Escape");
        cell.page().locator(".q-views").click();
    }
}
