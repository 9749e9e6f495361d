package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationMessage;
import com.qliento.transcript.WaitingMessage;
import com.qliento.ui.list.Column;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of messages that wait for a person. */
final class WaitingTable {

    static final String LATEST = "latest";
    static final String EARLIEST = "earliest";

    /** Characters of a message that tell which it is. */
    private static final int ENOUGH = 140;

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    WaitingTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param deeds what can be done about one; null for those who only look
     */
    List<Column<WaitingMessage>> columns(@Nullable SerializableFunction<WaitingMessage, Component> deeds) {
        var columns = new ArrayList<Column<WaitingMessage>>();
        columns.add(Column.<WaitingMessage>link(
                        said("waiting.column.what"),
                        this::who,
                        one -> one.conversation() == null
                                ? ConversationsView.PATH
                                : ConversationsView.PATH + "/" + one.conversation(),
                        one -> text(one.message()))
                .share(4));
        columns.add(Column.<WaitingMessage>words(said("waiting.column.why"), one -> why(one.message()), one -> null)
                .share(4));
        columns.add(Column.<WaitingMessage>time(
                        said("waiting.column.since"),
                        one -> new When(one.message().at(), clock.instant(), zone))
                .sorted(EARLIEST, LATEST)
                .wide("140px"));
        if (deeds != null) {
            columns.add(Column.component(said("waiting.column.do"), deeds).wide("210px"));
        }
        return columns;
    }

    private String who(WaitingMessage one) {
        var shown = one.person().shown();
        return speaker.getTranslation(
                one.message().inbound() ? "waiting.in" : "waiting.out",
                shown == null ? said("conversations.erased.person") : shown);
    }

    private String text(ConversationMessage message) {
        if (message.erased()) {
            return said(
                    message.expired()
                            ? "conversations.expired"
                            : message.lost() ? "conversations.lost" : "conversations.erased");
        }
        var text = message.text();
        if (text == null || text.isBlank()) {
            return speaker.getTranslation("conversations.other", message.type());
        }
        return text.codePointCount(0, text.length()) > ENOUGH
                ? text.substring(0, text.offsetByCodePoints(0, ENOUGH)) + "…"
                : text;
    }

    private String why(ConversationMessage message) {
        var noted = message.reason();
        return noted == null || noted.noted().isEmpty()
                ? said("waiting.why.none")
                : noted.words(UI.getCurrent().getLocale());
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
