package com.qliento.ui.audit;

import com.qliento.account.Permission;
import com.qliento.audit.AuditEntry;
import com.qliento.audit.AuditFilter;
import com.qliento.rest.Slice;
import com.qliento.trail.Trail;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What was done in the organisation, the latest first; and the proof that nothing was changed of it. */
@InNavigation(section = Section.PRIVACY, order = 9, title = "nav.audit", icon = "history")
@Route(value = AuditView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_AUDIT)
public class AuditView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "audit";

    private final transient Trail trail;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final AuditWords words;
    private final transient ListAddress address;
    private final AuditFilters filters;
    private final ListTable<AuditEntry> table;
    private final Verified verified;
    private transient Map<String, String> said = Map.of();

    AuditView(Trail trail, Colleagues colleagues, SignedIn signedIn, Clock clock) {
        this.trail = trail;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-audit");
        var people = colleagues.of(signedIn.actor().organisation());
        words = new AuditWords(this, people);
        address = AuditFilters.address(people);
        filters = new AuditFilters(people, this::go);
        verified = new Verified(trail, signedIn);
        table = new ListTable<>(
                getTranslation("nav.audit"),
                AuditEntry::id,
                columns(),
                filtered -> ListTable.nothing(
                        "history",
                        getTranslation(filtered ? "audit.none" : "audit.empty"),
                        getTranslation(filtered ? "audit.none.help" : "audit.empty.help")));
        var verify = new Button(getTranslation("audit.verify"), click -> verified.look());
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        add(
                new ViewHead(getTranslation("nav.audit"), getTranslation("audit.sentence"), verify),
                verified,
                filters,
                table);
    }

    private List<Column<AuditEntry>> columns() {
        return List.of(
                Column.<AuditEntry>words(getTranslation("audit.column.what"), words::action, words::about)
                        .share(4),
                Column.<AuditEntry>words(getTranslation("audit.column.who"), words::who, entry -> null)
                        .share(3),
                Column.<AuditEntry>time(
                                getTranslation("audit.column.when"),
                                entry -> new When(entry.at(), clock.instant(), signedIn.zone()))
                        .share(2),
                Column.<AuditEntry>words(getTranslation("audit.column.place"), words::place, entry -> null)
                        .notOnPhones()
                        .share(1));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        said = address.follow(event);
        filters.show(said);
        var filter = AuditFilters.value(said, clock.instant());
        table.show(rows(filter), "", !said.isEmpty());
    }

    private void go(String name, String value) {
        address.go(PATH, said, name, value);
    }

    private Rows<AuditEntry> rows(AuditFilter filter) {
        return new Rows<>() {
            @Override
            public int count() {
                return trail.count(signedIn.actor(), filter);
            }

            @Override
            public List<AuditEntry> slice(Slice slice) {
                return trail.slice(signedIn.actor(), filter, slice);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit") + " · Qliento";
    }
}
