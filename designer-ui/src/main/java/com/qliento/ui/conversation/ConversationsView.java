package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationFilter;
import com.qliento.conversation.ConversationView;
import com.qliento.conversation.Conversations;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.PublishedFlows;
import com.qliento.rest.Page;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Everybody the organisation talks with, the latest first. */
@Menu(title = "nav.conversations", icon = "messages", order = 4)
@Route(value = "conversations", layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ConversationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of("who", "where", "state", "last", "window");

    private final transient Conversations conversations;
    private final transient FlowPublishing publishing;
    private final transient PublishedFlows published;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div list = new Div();

    ConversationsView(
            Conversations conversations,
            FlowPublishing publishing,
            PublishedFlows published,
            SignedIn signedIn,
            Clock clock) {
        this.conversations = conversations;
        this.publishing = publishing;
        this.published = published;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var names = new FlowNames(signedIn.actor(), publishing, published, getLocale());
        var filters = new ConversationFilters[1];
        filters[0] = new ConversationFilters(names, () -> show(filters[0].value(), names));
        add(
                new ViewHead(getTranslation("nav.conversations"), getTranslation("conversations.sentence")),
                filters[0],
                list);
        show(ConversationFilter.ALL, names);
    }

    private void show(ConversationFilter filter, FlowNames names) {
        var page = conversations.page(signedIn.actor(), filter, null, PAGE);
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(empty(filter));
            return;
        }
        var table = table();
        list.add(table);
        append(page, table, filter, names);
    }

    private void append(Page<ConversationView> page, NativeTable table, ConversationFilter filter, FlowNames names) {
        page.items().forEach(one -> table.getBody().add(row(one, names)));
        if (page.next() != null) {
            var more = new Button(getTranslation("conversations.more"));
            more.addClickListener(click -> {
                list.remove(more);
                append(conversations.page(signedIn.actor(), filter, page.next(), PAGE), table, filter, names);
            });
            list.add(more);
        }
    }

    private NativeTable table() {
        var table = new NativeTable();
        table.addClassName("q-table");
        var head = new NativeTableRow();
        COLUMNS.forEach(column ->
                head.add(new NativeTableHeaderCell(new Span(getTranslation("conversations.column." + column)))));
        table.getHead().add(head);
        return table;
    }

    private NativeTableRow row(ConversationView one, FlowNames names) {
        var now = clock.instant();
        var person = one.person();
        var shown = person.shown() == null ? getTranslation("conversations.erased.person") : person.shown();
        var link = new RouterLink(shown, ConversationDetailView.class, one.id().toString());
        var who = new Div(link);
        if (person.name() != null && person.phone() != null) {
            who.add(new Span("+" + person.phone()));
        }
        who.addClassName("q-who-cell");
        var row = new NativeTableRow();
        row.add(
                cell("who", who),
                cell("where", where(one, names)),
                cell("state", new StateWords(one.state())),
                cell("last", new When(one.lastStepAt(), now, signedIn.zone())),
                cell("window", new ReplyWindow(one.windowUntil(), now)));
        return row;
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("q-cell-" + column);
        return cell;
    }

    private Component where(ConversationView one, FlowNames names) {
        if (one.flow() == null) {
            return new Span(getTranslation("conversations.nowhere"));
        }
        var flow = new Span(names.flow(one.flow()));
        var block = new Span(names.block(one.definitionId(), one.element()));
        var where = new Div(flow, block);
        where.addClassName("q-where-cell");
        return where;
    }

    private Component empty(ConversationFilter filter) {
        boolean all = filter.equals(ConversationFilter.ALL);
        var empty = new Div(
                new H2(getTranslation(all ? "conversations.empty" : "conversations.none")),
                new Paragraph(getTranslation(all ? "conversations.empty.help" : "conversations.none.help")));
        empty.addClassName("q-empty");
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.conversations") + " · Qliento";
    }
}
