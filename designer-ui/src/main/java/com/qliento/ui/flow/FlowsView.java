package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowPublishing;
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
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All flows of the organisation, and the way to a new one. */
@Menu(title = "nav.flows", icon = "workflow", order = 2)
@Route(value = "flows", layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_FLOWS)
public class FlowsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    /** Asks, in the address, for the gallery to be open. */
    static final String NEW = "new";

    private static final int MOST = 500;

    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final transient List<FlowDraft> flows;
    private final Div cards = new Div();
    private final transient Runnable make;

    FlowsView(FlowPublishing publishing, Samples samples, SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
        this.flows = publishing.page(signedIn.actor(), null, MOST).stream()
                .sorted(Comparator.comparing(flow -> flow.name().toLowerCase(Locale.ROOT)))
                .toList();
        this.make = () -> new GalleryDialog(publishing, samples, signedIn).open();
        addClassName("q-view");
        cards.addClassName("q-flow-grid");
        add(head(), filter(), cards);
        show("");
    }

    private Component head() {
        var title = getTranslation("flows.title");
        var sentence = getTranslation("flows.sentence");
        if (!signedIn.may(Permission.EDIT_FLOWS)) {
            return new ViewHead(title, sentence);
        }
        var button = new Button(getTranslation("flows.new"), new Icon("plus"), click -> make.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, button);
    }

    private Component filter() {
        var search = new TextField();
        search.setPlaceholder(getTranslation("flows.search"));
        search.setAriaLabel(getTranslation("flows.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue()));
        var filter = new Div(search);
        filter.addClassName("q-flow-filter");
        filter.setVisible(!flows.isEmpty());
        return filter;
    }

    private void show(String words) {
        cards.removeAll();
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var now = clock.instant();
        flows.stream()
                .filter(flow -> (flow.name() + " " + flow.key())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .forEach(flow -> cards.add(new FlowCard(flow, new When(flow.draftAt(), now, signedIn.zone()))));
        if (cards.getComponentCount() == 0) {
            cards.add(flows.isEmpty() ? empty() : new Paragraph(getTranslation("flows.none")));
        }
    }

    private Component empty() {
        var empty = new Div(new H2(getTranslation("flows.empty")), new Paragraph(getTranslation("flows.empty.help")));
        empty.addClassName("q-empty");
        return empty;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey(NEW) && signedIn.may(Permission.EDIT_FLOWS)) {
            make.run();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.flows") + " · Qliento";
    }
}
