package com.qliento.ui.host;

import com.qliento.account.Permission;
import com.qliento.host.AllowedHosts;
import com.qliento.host.HostFacts;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.ui.draft.Authors;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** All hosts of the organisation's list: first those that somebody asks for, then those that are allowed. */
@InNavigation(section = Section.CONNECT, order = 3, title = "nav.hosts", icon = "globe")
@Route(value = HostsView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class HostsView extends Div implements HasDynamicTitle {

    static final String PATH = "hosts";

    private static final int MILLIS = 8_000;

    private final transient AllowedHosts hosts;
    private final transient SignedIn signedIn;
    private final transient Authors authors;
    private final ListTable<HostFacts> table;
    private transient Map<String, String> names = Map.of();

    HostsView(AllowedHosts hosts, SignedIn signedIn, Authors authors, Clock clock) {
        this.hosts = hosts;
        this.signedIn = signedIn;
        this.authors = authors;
        addClassNames("q-view", "q-list-view", "q-hosts");
        boolean mayChange = signedIn.may(Permission.MANAGE_CONNECTIONS);
        table = new ListTable<>(
                getTranslation("nav.hosts"),
                HostFacts::host,
                new HostTable(this, clock, signedIn.zone())
                        .columns(
                                by -> names.getOrDefault(by, by),
                                mayChange ? new HostTable.Acts(this::allow, this::remove) : null),
                filtered -> ListTable.nothing(
                        "globe",
                        getTranslation("hosts.empty"),
                        getTranslation(mayChange ? "hosts.empty.help" : "hosts.empty.ask")));
        add(head(mayChange), table);
        show();
    }

    private Component head(boolean mayChange) {
        var title = getTranslation("nav.hosts");
        var sentence = getTranslation("hosts.sentence");
        if (!mayChange) {
            return new ViewHead(title, sentence);
        }
        var add = new Button(
                getTranslation("hosts.add"), new Icon("plus"), click -> new HostDialog(hosts, signedIn, this::show)
                        .open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, add);
    }

    private void show() {
        var all = hosts.all(signedIn.actor());
        names = authors.names(
                signedIn.actor().organisation(),
                all.stream().map(HostFacts::changedBy).toList());
        table.show(rows(), "", false);
    }

    private Rows<HostFacts> rows() {
        return new Rows<>() {
            @Override
            public int count() {
                return hosts.all(signedIn.actor()).size();
            }

            @Override
            public List<HostFacts> slice(Slice slice) {
                return hosts.all(signedIn.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList();
            }
        };
    }

    private void allow(HostFacts host) {
        tell(() -> hosts.allow(signedIn.actor(), host.host()), "hosts.allowed", host.host());
    }

    private void remove(HostFacts host) {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("hosts.remove.title", host.host()));
        ask.setText(getTranslation(host.allowed() ? "hosts.remove.help" : "hosts.remove.asked"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.setConfirmText(getTranslation("hosts.remove"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                sure -> tell(() -> hosts.remove(signedIn.actor(), host.host()), "hosts.removed", host.host()));
        ask.open();
    }

    private void tell(Runnable work, String done, String host) {
        try {
            work.run();
            Notification.show(getTranslation(done, host), MILLIS, Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            Notification.show(Refusal.words(UI.getCurrent(), refused), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.hosts") + " · Qliento";
    }
}
