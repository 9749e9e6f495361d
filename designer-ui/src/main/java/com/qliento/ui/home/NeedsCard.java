package com.qliento.ui.home;

import com.qliento.account.Permission;
import com.qliento.channel.Connection;
import com.qliento.connector.whatsapp.NumberInfo;
import com.qliento.flow.ShelvedFlow;
import com.qliento.outbox.NumberCheck;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What needs me now, each with the way there; the worst first. Numbers are asked of WhatsApp meanwhile. */
final class NeedsCard extends Div {

    private static final Set<String> FINE = Set.of("", "CONNECTED");

    private final transient List<Connection> numbers;
    private final transient NumberCheck check;
    private final transient SignedIn signedIn;
    private final UnorderedList needs = new UnorderedList();
    private long parkedMessages;
    private @Nullable ListItem parked;
    private final Span nothing = new Span(getTranslation("home.needs.nothing"));

    NeedsCard(Facts.Now now, NumberCheck check, SignedIn signedIn) {
        this.numbers = now.numbers();
        this.check = check;
        this.signedIn = signedIn;
        addClassName("q-card");
        needs.addClassName("q-needs");
        nothing.addClassName("q-quiet");
        add(new H2(getTranslation("home.needs")), needs, nothing);
        parked(now.parkedMessages());
        if (signedIn.may(Permission.EDIT_FLOWS)) {
            flows("lib.home.ahead", "lib.home.ahead.one", now.ahead());
            flows("home.drafts", "lib.home.draft.one", now.neverLive());
        }
        count();
    }

    /** How many messages no flow could take, as it is now; the first of the needs. */
    void parked(long messages) {
        if (messages == parkedMessages) {
            return;
        }
        parkedMessages = messages;
        if (parked != null) {
            needs.remove(parked);
            parked = null;
        }
        if (messages > 0) {
            var words = getTranslation("home.parked", messages);
            parked = line(
                    "bad", "circleAlert", words, signedIn.may(Permission.SEE_CONVERSATIONS) ? "conversations" : "");
            needs.addComponentAsFirst(parked);
        }
        count();
    }

    /** One flow is named and opened; of more there is the list. */
    private void flows(String many, String one, List<ShelvedFlow> flows) {
        if (flows.size() == 1) {
            var flow = flows.get(0);
            needs.add(line("warn", "flow", getTranslation(one, flow.name()), "flows/edit/" + flow.key()));
        } else if (!flows.isEmpty()) {
            needs.add(line("warn", "flow", getTranslation(many, flows.size()), "flows"));
        }
    }

    private static ListItem line(String tone, String icon, String words, String address) {
        var line = new ListItem(new Icon(icon), address.isEmpty() ? new Span(words) : new Anchor(address, words));
        line.addClassName(tone);
        return line;
    }

    private void count() {
        nothing.setVisible(needs.getChildren().findAny().isEmpty());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        numbers.forEach(number -> check.of(signedIn.actor(), number.id(), getLocale())
                .thenAccept(result -> ui.access(() -> show(number, result))));
    }

    private void show(Connection number, NumberCheck.Result result) {
        var info = result.info();
        if (info != null) {
            show(number, info);
        } else {
            trouble(
                    "bad",
                    number,
                    result.refusal() == null ? getTranslation("lib.home.unreachable") : result.refusal());
        }
    }

    private void show(Connection number, NumberInfo info) {
        if (!FINE.contains(info.status())) {
            var status = info.status().toLowerCase(Locale.ROOT).replace('_', ' ');
            trouble("bad", number, getTranslation("connections.status", status));
        } else if (info.quality().equals("RED")) {
            trouble("warn", number, getTranslation("connections.quality.bad"));
        }
    }

    private void trouble(String tone, Connection number, String why) {
        needs.addComponentAsFirst(
                line(tone, "phone", getTranslation("lib.home.number", number.displayNumber(), why), "connections"));
        count();
    }
}
