package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationMessage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was said, as a chat: the customer at the left, the organisation at the right, the latest at the end. */
final class Bubbles extends Div {

    static final int PAGE = 40;

    private final transient Function<@Nullable UUID, List<ConversationMessage>> messages;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final OrderedList list = new OrderedList();
    private final Button earlier = new Button(getTranslation("conversations.earlier"));
    private final Paragraph none = new Paragraph(getTranslation("conversations.said.none"));
    private final transient Map<UUID, Bubble> shown = new LinkedHashMap<>();
    private @Nullable UUID first;

    /** @param messages one page and one more, newest first, before an id */
    Bubbles(Function<@Nullable UUID, List<ConversationMessage>> messages, Clock clock, ZoneId zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
        addClassName("q-chat");
        list.getElement().setAttribute("aria-live", "polite");
        earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        earlier.addClickListener(click -> load());
        add(earlier, list, none);
        load();
    }

    private void load() {
        var page = messages.apply(first);
        page.stream().limit(PAGE).forEach(message -> {
            list.addComponentAsFirst(bubble(message));
            first = message.id();
        });
        earlier.setVisible(page.size() > PAGE);
        none.setVisible(first == null);
    }

    /**
     * Adds what was said since, each where it belongs, and shows what became of the rest. What is there already is not
     * drawn again, so nobody loses the place they read at.
     */
    void refresh() {
        var page = new ArrayList<>(messages.apply(null).stream().limit(PAGE).toList());
        Collections.reverse(page);
        if (!shown.isEmpty() && page.stream().noneMatch(message -> shown.containsKey(message.id()))) {
            // So much was said at once that a gap would be between.
            list.removeAll();
            shown.clear();
            first = null;
            load();
            return;
        }
        Bubble before = null;
        for (var message : page) {
            var known = shown.get(message.id());
            if (known != null) {
                known.become(message, clock.instant());
                before = known;
            } else if (before != null || shown.isEmpty()) {
                var fresh = bubble(message);
                list.getElement().insertChild(after(before), fresh.getElement());
                first = first == null ? message.id() : first;
                before = fresh;
            }
        }
        none.setVisible(shown.isEmpty());
    }

    private int after(@Nullable Bubble before) {
        return before == null ? 0 : list.getElement().indexOfChild(before.getElement()) + 1;
    }

    private Bubble bubble(ConversationMessage message) {
        var bubble = new Bubble(message, clock.instant(), zone);
        shown.put(message.id(), bubble);
        return bubble;
    }
}
