package com.qliento.ui.rules;

import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.problem.Problem;
import com.qliento.ruleset.DecisionLibrary;
import com.qliento.ruleset.DecisionUse;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All decisions of the organisation, and the way to a new one. */
@InNavigation(section = Section.BUILD, order = 2, title = "nav.rules", icon = "table")
@Route(value = "rules", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class RulesView extends Div implements HasDynamicTitle {

    private static final int MOST = 500;

    private final transient NewDecision.Making making;
    private final transient DecisionLibrary library;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Div list = new Div();
    private transient List<Draft> all = List.of();
    private transient Map<String, List<DecisionUse.Used>> uses = Map.of();

    RulesView(NewDecision.Making making, DecisionLibrary library, SignedIn signedIn, Clock clock) {
        this.making = making;
        this.library = library;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-rules");
        search.setPlaceholder(getTranslation("rules.search"));
        search.setAriaLabel(getTranslation("rules.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("q-rules-search");
        var sentence = getTranslation("rules.sentence");
        add(
                signedIn.may(Permission.BUILD)
                        ? new ViewHead(getTranslation("nav.rules"), sentence, fresh())
                        : new ViewHead(getTranslation("nav.rules"), sentence),
                new RulesTabs(),
                search,
                list);
        load();
    }

    private void load() {
        all = making.drafts().page(signedIn.actor(), null, MOST);
        uses = library.uses(signedIn.actor());
        search.setVisible(!all.isEmpty());
        show();
    }

    private Button fresh() {
        var make = new Button(
                getTranslation("rules.new"), new Icon("plus"), click -> new NewDecision(making, signedIn).open());
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

    private ListItem row(Draft decision) {
        var name = new RouterLink(decision.name(), RuleEditorView.class, decision.key());
        name.addClassName("q-rules-name");
        var key = new Span(decision.key());
        key.addClassName("q-rules-key");
        var live = decision.liveVersion();
        var state = new Span(live == null ? getTranslation("rules.draft") : getTranslation("rules.live", live));
        state.addClassNames("q-state", live == null ? "warn" : "good");
        var when = new When(decision.draftAt(), clock.instant(), signedIn.zone());
        when.addClassName("q-rules-when");
        var words = new Div(name, key);
        var used = uses.getOrDefault(decision.key(), List.of());
        if (!used.isEmpty()) {
            var flows = new Span(getTranslation(
                    "rules.used", used.stream().map(DecisionUse.Used::name).collect(Collectors.joining(", "))));
            flows.addClassName("q-rules-key");
            words.add(flows);
        }
        var row = new ListItem(new Icon("table"), words, state, when);
        if (signedIn.may(Permission.BUILD)) {
            var delete = new Button(new Icon("remove"), click -> ask(decision, used));
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            delete.setAriaLabel(getTranslation("rules.delete", decision.name()));
            row.add(delete);
        }
        return row;
    }

    /** Says what keeps it, or asks once. */
    private void ask(Draft decision, List<DecisionUse.Used> used) {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("rules.delete", decision.name()));
        if (used.isEmpty()) {
            ask.setText(getTranslation("rules.delete.help"));
            ask.setConfirmText(getTranslation("rules.delete.yes"));
            ask.setConfirmButtonTheme("error primary");
            ask.setCancelable(true);
            ask.setCancelText(getTranslation("editor.cancel"));
            ask.addConfirmListener(confirmed -> delete(decision));
        } else {
            ask.setText(getTranslation(
                    "rules.delete.used",
                    used.stream().map(DecisionUse.Used::name).collect(Collectors.joining(", "))));
            ask.setConfirmText(getTranslation("editor.close"));
        }
        ask.open();
    }

    private void delete(Draft decision) {
        try {
            library.delete(signedIn.actor(), decision.key());
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), 8_000, Notification.Position.BOTTOM_START);
        }
        load();
    }

    private Component empty() {
        var empty = new Div(
                new Icon("table"),
                new H2(getTranslation("rules.empty")),
                new Paragraph(getTranslation("rules.empty.help")));
        empty.addClassName("q-empty");
        if (signedIn.may(Permission.BUILD)) {
            empty.add(fresh());
        }
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rules") + " · Qliento";
    }
}
