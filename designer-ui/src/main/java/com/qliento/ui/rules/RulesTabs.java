package com.qliento.ui.rules;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;

/** The two pages of rules: the organisation's tables, and what the platform itself decides by. */
@Tag("nav")
final class RulesTabs extends HtmlContainer {

    RulesTabs() {
        addClassName("q-rules-tabs");
        getElement().setAttribute("aria-label", getTranslation("nav.rules"));
        var tables = new RouterLink(getTranslation("policy.tab.tables"), RulesView.class);
        var platform = new RouterLink(getTranslation("policy.title"), PlatformRulesView.class);
        tables.setHighlightCondition(HighlightConditions.sameLocation());
        platform.setHighlightCondition(HighlightConditions.sameLocation());
        add(tables, platform);
    }
}
