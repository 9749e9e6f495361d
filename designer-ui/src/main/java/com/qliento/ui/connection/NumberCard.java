package com.qliento.ui.connection;

import com.qliento.account.Permission;
import com.qliento.channel.Connection;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One number: how it is, how messages come, what starts which flow on it. */
final class NumberCard extends Section {

    private static final int DAYS = 7;

    private final Connection number;
    private final Span webhook = new Span();
    private final transient Numbers numbers;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    /** Who looks, and when. */
    record Look(SignedIn signedIn, Clock clock) {}

    NumberCard(Connection number, Numbers numbers, Look look, Map<String, String> flowNames, Runnable changed) {
        this.number = number;
        this.numbers = numbers;
        this.signedIn = look.signedIn();
        this.clock = look.clock();
        addClassNames("q-card", "q-channel");
        getElement().setAttribute("aria-label", Numbers.shown(number));
        var head = new Div(new H2(Numbers.shown(number)), new NumberState(number, numbers.check(), signedIn));
        head.addClassName("q-channel-head");
        if (signedIn.may(Permission.MANAGE_CONNECTIONS)) {
            var remove = new Button(
                    getTranslation("connections.disconnect"),
                    click -> new DisconnectDialog(number, numbers.connections(), signedIn, changed).open());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            head.add(remove);
        }
        add(
                head,
                facts(),
                new H3(getTranslation("connections.starts")),
                new StartTable(
                        numbers.assignments().on(signedIn.actor(), number.id().value()), flowNames));
    }

    private Component facts() {
        var facts = new DescriptionList();
        fact(facts, "connections.id", number.phoneNumberId());
        if (number.accountId() != null) {
            fact(facts, "connections.account", number.accountId());
        }
        fact(facts, "connections.last", lastMessage());
        facts.add(
                new DescriptionList.Term(getTranslation("connections.webhook")),
                new DescriptionList.Description(webhook));
        return facts;
    }

    /** The address as this browser knows the application, for Meta has to know it by the same or another outer name. */
    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI()
                .getPage()
                .fetchCurrentURL(url -> webhook.setText(
                        getTranslation("connections.webhook.help", url.getProtocol() + "://" + url.getAuthority())));
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(facts.getTranslation(key)), new DescriptionList.Description(new Span(value)));
    }

    private String lastMessage() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return numbers.inbox()
                .lastDay(signedIn.actor().organisation(), number.id().value(), DAYS)
                .map(day -> ChronoUnit.DAYS.between(day, today))
                .map(days -> days == 0
                        ? getTranslation("connections.last.today")
                        : getTranslation("connections.last.days", days))
                .orElse(getTranslation("connections.last.none", DAYS));
    }
}
