package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowFigures;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** All flows of the organisation, and the way to a new one. */
@InNavigation(section = Section.BUILD, order = 1, title = "nav.flows", icon = "flow")
@Route(value = "flows", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class FlowsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    /** Asks, in the address, for the gallery to be open. */
    static final String NEW = "new";

    /** Cards that are shown at once; each draws a picture and is checked. */
    private static final int PAGE = 24;

    private final transient GalleryDialog.Shop shop;
    private final transient Authors authors;
    private final transient FlowFaces faces;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div cards = new Div();
    private final Div filter = new Div();
    private final TextField search = new TextField();
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    private final Checkbox archive = new Checkbox();
    private transient List<ShelvedFlow> flows = List.of();
    private final Map<String, FlowCard> shownCards = new HashMap<>();
    private transient Map<String, FlowFigures.Use> use = Map.of();
    private transient Map<String, String> names = Map.of();
    private int shown = PAGE;

    FlowsView(GalleryDialog.Shop shop, Authors authors, FlowFaces faces, SignedIn signedIn, Clock clock) {
        this.shop = shop;
        this.authors = authors;
        this.faces = faces;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-view");
        cards.addClassName("q-flow-grid");
        fillFilter();
        add(head(), filter, cards);
        if (signedIn.may(Permission.BUILD)) {
            var report = new ImportReport(shop, signedIn, this::load);
            add(new FlowDrop(report::take, report::refuse));
            // It hangs on the window, not on this view.
            addDetachListener(left -> report.close());
        }
        load();
    }

    private void load() {
        flows = shop.library().all(signedIn.actor());
        names = authors.names(
                signedIn.membership().organisation(),
                flows.stream()
                        .map(ShelvedFlow::draftBy)
                        .filter(by -> !by.isEmpty())
                        .distinct()
                        .toList());
        var all = flows.stream()
                .flatMap(flow -> flow.tags().stream())
                .distinct()
                .sorted()
                .toList();
        var chosen = tags.getValue();
        tags.setItems(all);
        tags.setVisible(!all.isEmpty());
        tags.setValue(chosen.stream().filter(all::contains).collect(Collectors.toSet()));
        archive.setVisible(flows.stream().anyMatch(flow -> flow.archivedAt() != null));
        if (!archive.isVisible()) {
            archive.setValue(false);
        }
        filter.setVisible(!flows.isEmpty());
        show();
        later(faces.use(signedIn.actor()), figures -> {
            use = figures;
            showUse();
        });
    }

    /** Does it when the answer comes, on this screen's thread; at once when it is there. */
    private <T> void later(CompletableFuture<T> answer, SerializableConsumer<T> does) {
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            does.accept(answer.join());
        } else {
            var ui = UI.getCurrent();
            answer.thenAccept(found -> ui.access(() -> does.accept(found)));
        }
    }

    private void showUse() {
        shownCards.forEach((key, card) -> card.show(use.getOrDefault(key, FlowFigures.Use.NONE)));
    }

    private Component head() {
        var title = getTranslation("flows.title");
        var sentence = getTranslation("flows.sentence");
        if (!signedIn.may(Permission.BUILD)) {
            return new ViewHead(title, sentence);
        }
        return new ViewHead(title, sentence, gallery());
    }

    private void fillFilter() {
        search.setPlaceholder(getTranslation("flows.search"));
        search.setAriaLabel(getTranslation("flows.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> again());
        tags.setPlaceholder(getTranslation("flows.tags"));
        tags.setAriaLabel(getTranslation("flows.tags"));
        tags.addValueChangeListener(change -> again());
        archive.setLabel(getTranslation("flows.archive.show"));
        archive.addValueChangeListener(change -> again());
        filter.add(search, tags, archive);
        filter.addClassName("q-flow-filter");
    }

    private void again() {
        shown = PAGE;
        show();
    }

    private void show() {
        cards.removeAll();
        shownCards.clear();
        var found = flows.stream().filter(this::wanted).toList();
        var now = found.stream().limit(shown).toList();
        now.forEach(flow -> cards.add(card(flow)));
        later(
                faces.of(signedIn.actor(), now),
                known -> known.forEach((key, face) -> {
                    var card = shownCards.get(key);
                    if (card != null) {
                        card.show(face);
                    }
                }));
        if (!use.isEmpty()) {
            showUse();
        }
        if (found.size() > shown) {
            var more = new Button(getTranslation("flows.more", found.size() - shown), click -> {
                shown += PAGE;
                show();
            });
            more.addClassName("q-flow-more");
            cards.add(more);
        }
        if (found.isEmpty()) {
            cards.add(flows.isEmpty() ? empty() : new Paragraph(getTranslation("flows.none")));
        }
    }

    private boolean wanted(ShelvedFlow flow) {
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (flow.archivedAt() == null || archive.getValue())
                && flow.tags().containsAll(tags.getValue())
                && (flow.name() + " " + flow.key() + " " + flow.tags())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private Component card(ShelvedFlow flow) {
        var card = new FlowCard(
                flow,
                names.getOrDefault(flow.draftBy(), ""),
                new When(flow.draftAt(), clock.instant(), signedIn.zone()),
                new FlowMenu(shop.menus(), new FlowChange(signedIn, flow, this::load)));
        shownCards.put(flow.key(), card);
        return card;
    }

    private Component empty() {
        var empty = new Div(
                new Icon("flow"),
                new H2(getTranslation("flows.empty")),
                new Paragraph(getTranslation("flows.empty.help")));
        empty.addClassNames("q-empty", "q-flow-more");
        if (signedIn.may(Permission.BUILD)) {
            empty.add(new Paragraph(getTranslation("lib.empty.drop")), gallery());
        }
        return empty;
    }

    private Button gallery() {
        var make = new Button(getTranslation("flows.new"), new Icon("plus"), click -> openGallery());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return make;
    }

    private void openGallery() {
        new GalleryDialog(shop, signedIn).open();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey(NEW) && signedIn.may(Permission.BUILD)) {
            openGallery();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.flows") + " · Qliento";
    }
}
