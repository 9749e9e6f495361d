package com.qliento.ui.access;

import com.qliento.access.AccessPackage;
import com.qliento.access.AccessPackages;
import com.qliento.access.PackageLinks;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.Told;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All packages of the organisation, the newest first. */
@InNavigation(section = Section.PRIVACY, order = 1, title = "nav.packages", icon = "archive")
@Route(value = "packages", layout = MainLayout.class)
@PermitAll
@Needs(Permission.WORK_CASES)
public class PackagesView extends Div implements HasDynamicTitle {

    /** One that is made takes seconds, as a rule. */
    private static final int SECONDS = 2;

    private final transient AccessPackages packages;
    private final transient SignedIn signedIn;
    private final transient Authors authors;
    private final ListTable<AccessPackage> table;
    private final transient Map<UUID, String> people = new HashMap<>();
    private final transient Map<String, String> colleagues = new HashMap<>();
    private boolean making;

    PackagesView(AccessPackages packages, PackageLinks links, SignedIn signedIn, Authors authors, Clock clock) {
        this.packages = packages;
        this.signedIn = signedIn;
        this.authors = authors;
        addClassNames("q-view", "q-list-view", "q-packages");
        table = new ListTable<>(
                getTranslation("nav.packages"),
                one -> one.id().toString(),
                new PackageTable(this, clock, signedIn.zone())
                        .columns(
                                one -> people.getOrDefault(one.contact(), getTranslation("packages.nobody")),
                                one -> colleagues.getOrDefault(one.askedBy(), one.askedBy()),
                                new PackageTable.Acts(
                                        one -> new PackageDownload(packages, signedIn, one),
                                        one -> new LinksDialog(links, signedIn, one).open(),
                                        this::askToEnd)),
                filtered -> ListTable.nothing(
                        "archive", getTranslation("packages.empty"), getTranslation("packages.empty.help")));
        add(head(), table, new Pulse(SECONDS, this::look));
        show();
    }

    private Component head() {
        var ask = new Button(getTranslation("packages.ask"), new Icon("plus"), click -> new PackageDialog(
                        packages, signedIn, this::show)
                .open());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(getTranslation("nav.packages"), getTranslation("packages.sentence"), ask);
    }

    private void show() {
        table.show(
                new Rows<AccessPackage>() {
                    @Override
                    public int count() {
                        return packages.count(signedIn.actor());
                    }

                    @Override
                    public List<AccessPackage> slice(Slice slice) {
                        return named(packages.slice(signedIn.actor(), slice));
                    }
                },
                "",
                false);
    }

    /** While one is being made. */
    private void look() {
        if (making) {
            show();
        }
    }

    private List<AccessPackage> named(List<AccessPackage> page) {
        making = page.stream().anyMatch(one -> one.state() == AccessPackage.State.MAKING);
        people.putAll(packages.names(
                signedIn.actor(), page.stream().map(AccessPackage::contact).toList()));
        colleagues.putAll(authors.names(
                signedIn.actor().organisation(),
                page.stream().map(AccessPackage::askedBy).toList()));
        return page;
    }

    private void askToEnd(AccessPackage one) {
        Sure.ends(
                this,
                new Sure.Words(
                        getTranslation("packages.end.title"),
                        getTranslation("packages.end.help"),
                        getTranslation("packages.end")),
                () -> end(one));
    }

    private void end(AccessPackage one) {
        try {
            packages.end(signedIn.actor(), one.id());
            Told.done(getTranslation("packages.ended"));
        } catch (Problem refused) {
            Told.refused(Refusal.words(this, refused));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.packages") + " · Qliento";
    }
}
