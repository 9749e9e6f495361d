package com.qliento.ui.connection;

import com.qliento.account.Permission;
import com.qliento.channel.Connection;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** The WhatsApp numbers: how each is, what starts which flow there, and which flow answers where. */
@InNavigation(section = Section.CONNECT, order = 1, title = "nav.connections", icon = "plug")
@Route(value = "connections", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class ConnectionsView extends Div implements HasDynamicTitle {

    private final transient Numbers numbers;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    ConnectionsView(Numbers numbers, SignedIn signedIn, Clock clock) {
        this.numbers = numbers;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-connections");
        show();
    }

    private void show() {
        removeAll();
        add(head());
        var all = numbers.connections().all(signedIn.actor());
        if (all.isEmpty()) {
            add(empty());
            return;
        }
        var names = numbers.flowNames(signedIn);
        all.forEach(number ->
                add(new NumberCard(number, numbers, new NumberCard.Look(signedIn, clock), names, this::show)));
        add(new AssignmentTable(all, numbers, signedIn, names, this::show));
    }

    private Component head() {
        var title = getTranslation("nav.connections");
        var sentence = getTranslation("connections.sentence");
        if (!signedIn.may(Permission.MANAGE_CONNECTIONS)) {
            return new ViewHead(title, sentence);
        }
        var connect = new Button(getTranslation("connections.connect"), new Icon("plus"), click -> new ConnectDialog(
                        numbers.connections(), signedIn, this::show)
                .open());
        connect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, connect);
    }

    private Component empty() {
        var empty = new Div(
                new H2(getTranslation("connections.empty")), new Paragraph(getTranslation("connections.empty.help")));
        empty.addClassName("q-empty");
        return empty;
    }

    /** Numbers in one line. */
    static String line(List<Connection> some) {
        return String.join(", ", some.stream().map(Numbers::shown).toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.connections") + " · Qliento";
    }
}
