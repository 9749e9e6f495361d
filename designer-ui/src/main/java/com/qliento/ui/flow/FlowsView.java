package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowFigures;
import com.qliento.flow.FlowFilter;
import com.qliento.flow.ShelvedFlow;
import com.qliento.rest.Slice;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All flows of the organisation, and the way to a new one. */
@InNavigation(section = Section.BUILD, order = 1, title = "nav.flows", icon = "flow")
@Route(value = FlowsView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class FlowsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    /** Asks, in the address, for the gallery to be open. */
    static final String NEW = "new";

    static final String PATH = "flows";
    private static final String VIEW = "view";
    private static final String TAGS = "tags";
    private static final String ARCHIVE = "archive";
    private static final String SORT = "sort";
    private static final String YES = "yes";

    private final transient GalleryDialog.Shop shop;
    private final transient Authors authors;
    private final transient FlowFaces faces;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final transient ListAddress address = new ListAddress()
            .one(VIEW, ViewSwitch.VIEWS)
            .one(TAGS, (words, before) -> tagged().containsAll(tags(words)))
            .one(ARCHIVE, (word, before) -> word.equals(YES) && hasArchive())
            .usually(SORT, FlowFilter.Order.NAME);
    private final ViewSwitch views = new ViewSwitch(view -> go(VIEW, view));
    private final Div filter = new Div();
    private final Div none = new Div();
    private final TextField search = new TextField();
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    private final Checkbox archive = new Checkbox();
    private final FlowCards cards;
    private final ListTable<ShelvedFlow> table;
    private transient List<ShelvedFlow> flows = List.of();
    private transient Map<String, FlowFigures.Use> use = Map.of();
    private transient Map<String, String> names = Map.of();
    private transient Map<String, String> said = Map.of();

    FlowsView(GalleryDialog.Shop shop, Authors authors, FlowFaces faces, SignedIn signedIn, Clock clock) {
        this.shop = shop;
        this.authors = authors;
        this.faces = faces;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-view");
        cards = new FlowCards(faces, signedIn, this::card);
        table = new ListTable<>(
                getTranslation("nav.flows"),
                ShelvedFlow::key,
                new FlowTable(this, clock, signedIn.zone())
                        .columns(
                                flow -> use.getOrDefault(flow.key(), FlowFigures.Use.NONE),
                                flow -> names.getOrDefault(flow.draftBy(), ""),
                                this::menu),
                this::nothing);
        table.onSort(order -> go(SORT, order));
        fillFilter();
        add(head(), filter, cards, none, table);
        if (signedIn.may(Permission.BUILD)) {
            var report = new ImportReport(shop, signedIn, this::changed);
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
        tags.setItems(tagged());
        tags.setVisible(!tagged().isEmpty());
        archive.setVisible(hasArchive());
        filter.setVisible(!flows.isEmpty());
        FlowFaces.later(faces.use(signedIn.actor()), figures -> {
            use = figures;
            cards.show(figures);
            if (table.isVisible()) {
                table.refresh();
            }
        });
    }

    /** Of what was chosen, what there is no more is not chosen any more. */
    private void changed() {
        load();
        said = address.read(address.written(said));
        address.replace(PATH, said);
        show();
    }

    private List<String> tagged() {
        return flows.stream()
                .flatMap(flow -> flow.tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> tags(String words) {
        return List.of(words.split(","));
    }

    private boolean hasArchive() {
        return flows.stream().anyMatch(flow -> flow.archivedAt() != null);
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
        search.addValueChangeListener(change -> show());
        tags.setPlaceholder(getTranslation("flows.tags"));
        tags.setAriaLabel(getTranslation("flows.tags"));
        tags.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(TAGS, String.join(",", new TreeSet<>(change.getValue())));
            }
        });
        archive.setLabel(getTranslation("flows.archive.show"));
        archive.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(ARCHIVE, change.getValue() ? YES : "");
            }
        });
        filter.add(search, tags, archive, views);
        filter.addClassName("q-flow-filter");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        said = address.follow(event);
        if (asked.containsKey(NEW) && signedIn.may(Permission.BUILD)) {
            openGallery();
        }
        if (said.containsKey(VIEW)) {
            show();
        } else {
            views.remembered(view -> {
                said = new LinkedHashMap<>(said);
                said.putIfAbsent(VIEW, view);
                address.replace(PATH, said);
                show();
            });
        }
    }

    private void go(String name, String value) {
        address.go(PATH, said, name, value);
    }

    private void show() {
        boolean asTable = ViewSwitch.TABLE.equals(said.get(VIEW));
        var chosen = Set.copyOf(said.containsKey(TAGS) ? tags(said.getOrDefault(TAGS, "")) : List.<String>of());
        views.show(said.getOrDefault(VIEW, ViewSwitch.CARDS));
        tags.setValue(chosen);
        archive.setValue(said.containsKey(ARCHIVE));
        setClassName("q-list-view", asTable);
        table.setVisible(asTable);
        cards.setVisible(!asTable);
        none.removeAll();
        var order = said.getOrDefault(SORT, "");
        if (asTable) {
            var wanted = new FlowFilter(
                    search.getValue(), chosen, archive.getValue(), ListAddress.constant(FlowFilter.Order.class, order));
            table.show(rows(wanted), order, !flows.isEmpty());
        } else {
            var found = flows.stream().filter(flow -> wanted(flow, chosen)).toList();
            cards.show(found);
            if (found.isEmpty()) {
                none.add(nothing(!flows.isEmpty()));
            }
        }
    }

    private boolean wanted(ShelvedFlow flow, Set<String> chosen) {
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (flow.archivedAt() == null || archive.getValue())
                && flow.tags().containsAll(chosen)
                && (flow.name() + " " + flow.key() + " " + flow.tags())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private Rows<ShelvedFlow> rows(FlowFilter wanted) {
        return new Rows<>() {
            @Override
            public int count() {
                return shop.library().count(signedIn.actor(), wanted);
            }

            @Override
            public List<ShelvedFlow> slice(Slice slice) {
                return shop.library().slice(signedIn.actor(), wanted, slice);
            }
        };
    }

    private FlowCard card(ShelvedFlow flow) {
        return new FlowCard(
                flow,
                names.getOrDefault(flow.draftBy(), ""),
                new When(flow.draftAt(), clock.instant(), signedIn.zone()),
                menu(flow));
    }

    private FlowMenu menu(ShelvedFlow flow) {
        return new FlowMenu(shop.menus(), new FlowChange(signedIn, flow, this::changed));
    }

    private Component nothing(boolean filtered) {
        if (filtered) {
            return ListTable.nothing("search", getTranslation("flows.none"), getTranslation("flows.none.help"));
        }
        var empty = ListTable.nothing("flow", getTranslation("flows.empty"), getTranslation("flows.empty.help"));
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
    public String getPageTitle() {
        return getTranslation("nav.flows") + " · Qliento";
    }
}
