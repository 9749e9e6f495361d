package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.ruleset.DecisionAuthoring;
import com.qliento.ruleset.DecisionDraft;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** All decisions of the organisation, and the way to a new one. */
@Menu(title = "nav.rules", icon = "table", order = 3)
@Route(value = "rules", layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_FLOWS)
public class RulesView extends Div implements HasDynamicTitle {

    private static final int MOST = 500;

    private final transient DecisionAuthoring decisions;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final transient List<DecisionDraft> all;

    RulesView(DecisionAuthoring decisions, SignedIn signedIn, Clock clock) {
        this.decisions = decisions;
        this.signedIn = signedIn;
        this.clock = clock;
        this.all = decisions.page(signedIn.actor(), null, MOST);
        addClassNames("q-view", "q-rules");
        search.setPlaceholder(getTranslation("rules.search"));
        search.setAriaLabel(getTranslation("rules.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.setVisible(!all.isEmpty());
        search.addClassName("q-rules-search");
        var sentence = getTranslation("rules.sentence");
        add(
                signedIn.may(Permission.EDIT_FLOWS)
                        ? new ViewHead(getTranslation("nav.rules"), sentence, fresh())
                        : new ViewHead(getTranslation("nav.rules"), sentence),
                search,
                list);
        show();
    }

    private Button fresh() {
        var make = new Button(
                getTranslation("rules.new"), new Icon("plus"), click -> new NewDecision(decisions, signedIn).open());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return make;
    }

    private void show() {
        list.removeAll();
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        var wanted = all.stream()
                .filter(one ->
                        (one.name() + " " + one.key()).toLowerCase(Locale.ROOT).contains(words))
                .toList();
        if (wanted.isEmpty()) {
            list.add(all.isEmpty() ? empty() : new Paragraph(getTranslation("rules.none")));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassName("q-rules-list");
        wanted.forEach(decision -> rows.add(row(decision)));
        list.add(rows);
    }

    private ListItem row(DecisionDraft decision) {
        var name = new RouterLink(decision.name(), RuleEditorView.class, decision.key());
        name.addClassName("q-rules-name");
        var key = new Span(decision.key());
        key.addClassName("q-rules-key");
        var live = decision.liveVersion();
        var state = new Span(live == null ? getTranslation("rules.draft") : getTranslation("rules.live", live));
        state.addClassNames("q-state", live == null ? "warn" : "good");
        var when = new When(decision.draftAt(), clock.instant(), signedIn.zone());
        when.addClassName("q-rules-when");
        return new ListItem(new Icon("table"), new Div(name, key), state, when);
    }

    private Component empty() {
        var empty = new Div(
                new Icon("table"),
                new H2(getTranslation("rules.empty")),
                new Paragraph(getTranslation("rules.empty.help")));
        empty.addClassName("q-empty");
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            empty.add(fresh());
        }
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rules") + " · Qliento";
    }
}
