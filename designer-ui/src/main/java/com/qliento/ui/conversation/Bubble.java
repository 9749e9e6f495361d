package com.qliento.ui.conversation;

import com.qliento.rules.policy.PolicyRule;
import com.qliento.transcript.ConversationMessage;
import com.qliento.transcript.MessageMenu;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message as the customer sees it, with what became of it below. */
final class Bubble extends ListItem {

    private static final List<String> BAD = List.of("failed", "parked", "dropped", "unsent", "not_handled");

    /** Times are said in whole minutes. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final transient ZoneId zone;
    private transient ConversationMessage message;
    private transient Instant drawn;
    private final Div foot = new Div();

    Bubble(ConversationMessage message, Instant now, ZoneId zone) {
        this.message = message;
        this.zone = zone;
        this.drawn = now;
        addClassNames("q-said", message.inbound() ? "in" : "out");
        var who = new Span(getTranslation(message.inbound() ? "conversations.from.them" : "conversations.from.us"));
        who.addClassName("q-sr-only");
        add(who);
        line(message.header(), "q-said-head");
        add(content());
        line(message.footer(), "q-said-small");
        var menu = message.menu();
        if (menu != null) {
            add(menu(menu));
        } else {
            message.offers().forEach(offer -> line(offer, "q-offer"));
        }
        foot.addClassName("q-said-foot");
        foot(now);
        add(foot);
    }

    /** Shows what became of the message since; the times too. */
    void become(ConversationMessage now, Instant at) {
        if (now.equals(message) && Duration.between(drawn, at).compareTo(STALE) < 0) {
            return;
        }
        message = now;
        drawn = at;
        foot(at);
    }

    private void line(@Nullable String text, String name) {
        if (text != null) {
            var line = new Span(text);
            line.addClassName(name);
            add(line);
        }
    }

    private Component content() {
        var text = message.text();
        if (message.lost()) {
            return quiet(getTranslation("conversations.lost"));
        }
        if (message.expired()) {
            return quiet(getTranslation("conversations.expired"));
        }
        if (message.erased()) {
            return quiet(getTranslation("conversations.erased"));
        }
        return text == null || text.isBlank()
                ? quiet(getTranslation("conversations.other", message.type()))
                : new ChatText(text);
    }

    /** Closed as on the phone, and opened by its button. */
    private static Component menu(MessageMenu menu) {
        var label = new Span(new Icon("list"), new Span(menu.label()));
        var rows = new Div();
        for (var part : menu.parts()) {
            if (part.title() != null) {
                var title = new Span(part.title());
                title.addClassName("q-menu-part");
                rows.add(title);
            }
            var list = new UnorderedList();
            part.offers().forEach(offer -> {
                var row = new ListItem(new Span(offer.title()));
                if (offer.description() != null) {
                    var more = new Span(offer.description());
                    more.addClassName("q-menu-more");
                    row.add(more);
                }
                list.add(row);
            });
            rows.add(list);
        }
        var details = new NativeDetails(label, rows);
        details.addClassName("q-menu");
        return details;
    }

    private static Component quiet(String words) {
        var quiet = new Span(words);
        quiet.addClassName("q-said-quiet");
        return quiet;
    }

    /** Leads to the rule among the others. */
    private Span explained(PolicyRule rule) {
        return new Span(new Anchor("rules/platform#" + rule.id(), rule.explained(getLocale())));
    }

    private void foot(Instant now) {
        foot.removeAll();
        foot.add(new When(message.at(), now, zone));
        var received = message.receivedAt();
        if (received != null && message.late()) {
            foot.add(new Span(getTranslation("conversations.late")), new When(received, now, zone));
        }
        if (!message.state().equals("done")) {
            var state = new Span(getTranslation("conversations.message." + message.state()));
            if (BAD.contains(message.state())) {
                state.addClassName("bad");
            }
            foot.add(state);
        }
        var noted = message.reason();
        if (noted != null && !message.state().equals("unsent")) {
            var reason = PolicyRule.of(message.rule())
                    .map(this::explained)
                    .orElseGet(() -> new Span(noted.words(getLocale())));
            reason.addClassName("q-said-reason");
            foot.add(reason);
        }
    }
}
