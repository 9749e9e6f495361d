package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationOrder;
import com.qliento.transcript.ConversationView;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations, a row each. */
final class ConversationTable {

    private static final String STATE = "<span class=\"q-state ${item.tone}\">${item.words}</span>";

    private final FlowNames names;
    private final Clock clock;
    private final ZoneId zone;
    private final Component speaker;

    private ConversationTable(FlowNames names, Clock clock, ZoneId zone, Component speaker) {
        this.names = names;
        this.clock = clock;
        this.zone = zone;
        this.speaker = speaker;
    }

    /** @param speaker whose language it has */
    static ListTable<ConversationView> of(FlowNames names, Clock clock, ZoneId zone, Component speaker) {
        var columns = new ConversationTable(names, clock, zone, speaker).columns();
        return new ListTable<>(
                speaker.getTranslation("nav.conversations"),
                ConversationView::id,
                columns,
                filtered -> nothing(filtered, speaker));
    }

    private static Component nothing(boolean filtered, Component speaker) {
        var words = filtered ? "conversations.none" : "conversations.empty";
        return ListTable.nothing("messages", speaker.getTranslation(words), speaker.getTranslation(words + ".help"));
    }

    private List<Column<ConversationView>> columns() {
        return List.of(
                Column.<ConversationView>link(
                                heading("who"), this::who, one -> "conversations/" + one.id(), this::phone)
                        .share(3),
                Column.<ConversationView>words(heading("where"), this::flow, this::block)
                        .share(3),
                Column.drawn(
                                heading("state"),
                                LitRenderer.<ConversationView>of(STATE)
                                        .withProperty("tone", one -> StateWords.tone(one.state()))
                                        .withProperty("words", one -> said("state." + one.state())))
                        .share(3),
                Column.<ConversationView>time(heading("last"), one -> new When(one.lastStepAt(), clock.instant(), zone))
                        .sorted(
                                ListAddress.name(ConversationOrder.QUIETEST),
                                ListAddress.name(ConversationOrder.LATEST))
                        .share(2),
                Column.drawn(heading("window"), ReplyWindow.renderer(clock, speaker))
                        .share(3),
                Column.<ConversationView>time(heading("began"), one -> new When(one.createdAt(), clock.instant(), zone))
                        .sorted(ListAddress.name(ConversationOrder.OLDEST), ListAddress.name(ConversationOrder.NEWEST))
                        .notOnPhones()
                        .share(2));
    }

    private String heading(String column) {
        return said("column." + column);
    }

    private String said(String words) {
        return speaker.getTranslation("conversations." + words);
    }

    private String who(ConversationView one) {
        var shown = one.person().shown();
        return shown == null ? said("erased.person") : shown;
    }

    private @Nullable String phone(ConversationView one) {
        var person = one.person();
        return person.name() != null && person.phone() != null ? "+" + person.phone() : null;
    }

    private String flow(ConversationView one) {
        return one.flow() == null ? said("nowhere") : names.flow(one.flow());
    }

    private @Nullable String block(ConversationView one) {
        return one.flow() == null ? null : names.block(one.definitionId(), one.element());
    }
}
