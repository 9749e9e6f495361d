package com.qliento.ui.conversation;

import com.qliento.conversation.ConversationMessage;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was said, as a chat: the customer at the left, the organisation at the right, the latest at the end. */
final class Bubbles extends Div {

    static final int PAGE = 40;

    private final transient Function<@Nullable UUID, List<ConversationMessage>> messages;
    private final transient Instant now;
    private final transient ZoneId zone;
    private final OrderedList list = new OrderedList();
    private final Button earlier = new Button(getTranslation("conversations.earlier"));
    private @Nullable UUID first;

    /** @param messages one page and one more, newest first, before an id */
    Bubbles(Function<@Nullable UUID, List<ConversationMessage>> messages, Instant now, ZoneId zone) {
        this.messages = messages;
        this.now = now;
        this.zone = zone;
        addClassName("q-chat");
        earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        earlier.addClickListener(click -> load());
        add(earlier, list);
        load();
        if (first == null) {
            add(new Paragraph(getTranslation("conversations.said.none")));
        }
    }

    private void load() {
        var page = messages.apply(first);
        page.stream().limit(PAGE).forEach(message -> {
            list.addComponentAsFirst(bubble(message));
            first = message.id();
        });
        earlier.setVisible(page.size() > PAGE);
    }

    private Component bubble(ConversationMessage message) {
        var bubble = new ListItem();
        bubble.addClassNames("q-said", message.inbound() ? "in" : "out");
        var who = new Span(getTranslation(message.inbound() ? "conversations.from.them" : "conversations.from.us"));
        who.addClassName("q-sr-only");
        bubble.add(who, content(message));
        message.offers().forEach(offer -> {
            var one = new Span(offer);
            one.addClassName("q-offer");
            bubble.add(one);
        });
        bubble.add(foot(message));
        return bubble;
    }

    private Component content(ConversationMessage message) {
        var text = message.text();
        if (message.lost()) {
            return quiet(getTranslation("conversations.lost"));
        }
        if (message.erased()) {
            return quiet(getTranslation("conversations.erased"));
        }
        return text == null || text.isBlank()
                ? quiet(getTranslation("conversations.other", message.type()))
                : new Span(text);
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

    private Component foot(ConversationMessage message) {
        var foot = new Div(new When(message.at(), now, zone));
        foot.addClassName("q-said-foot");
        if (!message.state().equals("done")) {
            var state = new Span(getTranslation("conversations.message." + message.state()));
            if (List.of("failed", "parked", "dropped", "not_handled").contains(message.state())) {
                state.addClassName("bad");
            }
            foot.add(state);
        }
        if (message.reason() != null) {
            var reason = PolicyRule.of(message.rule()).map(this::explained).orElseGet(() -> new Span(message.reason()));
            reason.addClassName("q-said-reason");
            foot.add(reason);
        }
        return foot;
    }
}
