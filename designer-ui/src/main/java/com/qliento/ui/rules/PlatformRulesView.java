package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.policy.OwnSendLimits;
import com.qliento.policy.PlatformRules;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** What the platform decides by, rule by rule, and where the organisation is stricter. A rule's id is its place on the page. */
@Route(value = "rules/platform", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class PlatformRulesView extends Div implements HasDynamicTitle {

    /** The page is made after the browser looked for the place its address names. */
    private static final String GO_THERE = """
            const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
            if (place) {
              place.classList.add('q-policy-here');
              place.tabIndex = -1;
              place.focus({ preventScroll: true });
              place.scrollIntoView({ block: 'center' });
            }
            """;

    private final transient List<PlatformRules.Rule> all;
    private final TextField search = new TextField();
    private final Section deciding = new Section();
    private final Section waiting = new Section();

    PlatformRulesView(PlatformRules rules, OwnSendLimits limits, SignedIn signedIn) {
        all = rules.all(signedIn.actor(), getLocale());
        addClassNames("q-view", "q-policy");
        search.setPlaceholder(getTranslation("policy.search"));
        search.setAriaLabel(getTranslation("policy.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("q-rules-search");
        waiting.addClassName("q-policy-waiting");
        var aside = new Section(new SendLimitsForm(limits, signedIn));
        aside.addClassName("q-policy-aside");
        var columns = new Div(deciding, aside, waiting);
        columns.addClassName("q-policy-columns");
        add(
                new ViewHead(getTranslation("policy.title"), getTranslation("policy.sentence")),
                new RulesTabs(),
                search,
                columns);
        show();
    }

    private void show() {
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = all.stream().filter(rule -> said(rule).contains(words)).toList();
        fill(
                deciding,
                "policy.deciding",
                found.stream().filter(PlatformRules.Rule::inForce).toList());
        fill(
                waiting,
                "policy.waiting",
                found.stream().filter(rule -> !rule.inForce()).toList());
        if (found.isEmpty()) {
            deciding.add(new Paragraph(getTranslation("policy.none")));
        }
    }

    private String said(PlatformRules.Rule rule) {
        return String.join(" ", rule.id(), rule.sentence(), rule.source(), getTranslation("policy." + rule.policy()))
                .toLowerCase(Locale.ROOT);
    }

    private void fill(Section section, String heading, List<PlatformRules.Rule> rules) {
        section.removeAll();
        if (rules.isEmpty()) {
            return;
        }
        section.add(new H2(getTranslation(heading)), new Paragraph(getTranslation(heading + ".help")));
        rules.stream().map(PlatformRules.Rule::policy).distinct().forEach(policy -> {
            var rows = new UnorderedList();
            rows.addClassName("q-policy-list");
            rules.stream().filter(rule -> rule.policy().equals(policy)).forEach(rule -> rows.add(row(rule)));
            section.add(
                    new H3(getTranslation("policy." + policy)),
                    new Paragraph(getTranslation("policy." + policy + ".help")),
                    rows);
        });
    }

    private static Component row(PlatformRules.Rule rule) {
        var sentence = new Span(rule.sentence().substring(0, 1).toUpperCase(Locale.ROOT)
                + rule.sentence().substring(1));
        sentence.addClassName("q-policy-sentence");
        var source = new Span(rule.source());
        source.addClassName("q-policy-source");
        var id = new Anchor("rules/platform#" + rule.id(), rule.id());
        id.addClassName("q-policy-id");
        var row = new ListItem(new Div(sentence, source), id);
        row.setId(rule.id());
        return row;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs(GO_THERE);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("policy.title") + " · Qliento";
    }
}
