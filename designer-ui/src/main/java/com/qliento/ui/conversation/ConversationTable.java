package com.qliento.ui.conversation;

import com.qliento.transcript.ConversationView;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Conversations, a row each. Brought up to date it draws only what changed, so nobody loses their place or the focus. */
final class ConversationTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("who", "where", "state", "last", "window");

    /** Times are said in whole minutes. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** A row that goes elsewhere leaves the page for a moment, and its focus goes with it. */
    private static final String REMEMBER_FOCUS = """
            this.addEventListener('focusin', e => { this.qAt = e.target; });
            this.addEventListener('focusout', e => { if (e.relatedTarget) { this.qAt = null; } });
            document.addEventListener('pointerdown', () => { this.qAt = null; });
            """;

    private static final String RESTORE_FOCUS = """
            if (this.qAt && this.qAt.isConnected && document.activeElement === document.body) {
              this.qAt.focus({ preventScroll: true });
            }
            """;

    /** A row, what it shows, and since when. */
    private record Row(NativeTableRow row, ConversationView shown, Instant drawn) {}

    private final transient FlowNames names;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final transient Map<UUID, Row> rows = new HashMap<>();

    ConversationTable(FlowNames names, Clock clock, ZoneId zone) {
        this.names = names;
        this.clock = clock;
        this.zone = zone;
        addClassName("q-table");
        var head = new NativeTableRow();
        COLUMNS.forEach(column ->
                head.add(new NativeTableHeaderCell(new Span(getTranslation("conversations.column." + column)))));
        getHead().add(head);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(REMEMBER_FOCUS);
    }

    /** Adds these at the end. */
    void append(List<ConversationView> more) {
        more.stream().filter(one -> !rows.containsKey(one.id())).forEach(one -> getBody()
                .add(drawn(one).row()));
    }

    /**
     * Shows these first, in this order.
     *
     * @param all whether there are no others: a row of none of these goes
     */
    void become(List<ConversationView> now, boolean all) {
        if (all) {
            var kept = now.stream().map(ConversationView::id).collect(Collectors.toSet());
            rows.entrySet().removeIf(known -> {
                boolean goes = !kept.contains(known.getKey());
                if (goes) {
                    known.getValue().row().getElement().removeFromParent();
                }
                return goes;
            });
        }
        var body = getBody().getElement();
        boolean moved = false;
        for (int i = 0; i < now.size(); i++) {
            var row = drawn(now.get(i)).row().getElement();
            if (i >= body.getChildCount() || !body.getChild(i).equals(row)) {
                row.removeFromParent();
                body.insertChild(i, row);
                moved = true;
            }
        }
        if (moved) {
            getElement().executeJs(RESTORE_FOCUS);
        }
    }

    private Row drawn(ConversationView one) {
        var now = clock.instant();
        var known = rows.get(one.id());
        if (known != null
                && known.shown().equals(one)
                && Duration.between(known.drawn(), now).compareTo(STALE) < 0) {
            return known;
        }
        var row = known == null ? new NativeTableRow() : known.row();
        boolean whoChanged = known == null || !known.shown().person().equals(one.person());
        if (known == null) {
            COLUMNS.forEach(column -> {
                var cell = new NativeTableCell();
                cell.addClassName("q-cell-" + column);
                row.add(cell);
            });
        }
        if (whoChanged) {
            fill(row, 0, who(one));
        }
        fill(row, 1, where(one));
        fill(row, 2, new StateWords(one.state()));
        fill(row, 3, new When(one.lastStepAt(), now, zone));
        fill(row, 4, new ReplyWindow(one.windowUntil(), now));
        var drawn = new Row(row, one, now);
        rows.put(one.id(), drawn);
        return drawn;
    }

    private static void fill(NativeTableRow row, int column, Component content) {
        var cell = (NativeTableCell) row.getAllCells().get(column);
        cell.removeAll();
        cell.add(content);
    }

    private Component who(ConversationView one) {
        var person = one.person();
        var shown = person.shown() == null ? getTranslation("conversations.erased.person") : person.shown();
        var who = new Div(
                new RouterLink(shown, ConversationDetailView.class, one.id().toString()));
        if (person.name() != null && person.phone() != null) {
            who.add(new Span("+" + person.phone()));
        }
        who.addClassName("q-who-cell");
        return who;
    }

    private Component where(ConversationView one) {
        if (one.flow() == null) {
            return new Span(getTranslation("conversations.nowhere"));
        }
        var where = new Div(new Span(names.flow(one.flow())), new Span(names.block(one.definitionId(), one.element())));
        where.addClassName("q-where-cell");
        return where;
    }
}
