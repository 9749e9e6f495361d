package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationNews;
import com.qliento.rest.Slice;
import com.qliento.transcript.ConversationFilter;
import com.qliento.transcript.ConversationOrder;
import com.qliento.transcript.ConversationView;
import com.qliento.transcript.Conversations;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Fresh;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Everybody the organisation talks with, the latest first. */
@InNavigation(section = Section.TALK, order = 1, title = "nav.conversations", icon = "messages")
@Route(value = ConversationsView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ConversationsView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "conversations";
    private static final String SORT = "sort";

    private final transient Conversations conversations;
    private final transient SignedIn signedIn;
    private final transient ListAddress address;
    private final ConversationFilters filters;
    private final ListTable<ConversationView> table;
    private transient Map<String, String> said = Map.of();

    ConversationsView(
            Conversations conversations, ConversationNews news, FlowCatalogue flows, SignedIn signedIn, Clock clock) {
        this.conversations = conversations;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-list-view");
        var names = new FlowNames(signedIn.actor(), flows.flows(), flows.published(), flows.setup(), getLocale());
        this.address = ConversationFilters.address(names).usually(SORT, ConversationOrder.LATEST);
        this.filters = new ConversationFilters(names, this::go, this::show);
        this.table = ConversationTable.of(names, clock, signedIn.zone(), this);
        table.onSort(order -> go(SORT, order));
        add(
                new ViewHead(getTranslation("nav.conversations"), getTranslation("conversations.sentence")),
                filters,
                table,
                new Fresh(news, signedIn.actor().organisation(), table::refresh));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        said = address.follow(event);
        filters.show(said);
        show();
    }

    private void go(String name, String value) {
        address.go(PATH, said, name, value);
    }

    private void show() {
        var filter = filters.value(said);
        var order = said.getOrDefault(SORT, "");
        table.show(
                rows(filter, ListAddress.constant(ConversationOrder.class, order)),
                order,
                !filter.equals(ConversationFilter.ALL));
    }

    private Rows<ConversationView> rows(ConversationFilter filter, ConversationOrder order) {
        return new Rows<>() {
            @Override
            public int count() {
                return conversations.count(signedIn.actor(), filter);
            }

            @Override
            public List<ConversationView> slice(Slice slice) {
                return conversations.slice(signedIn.actor(), filter, order, slice);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.conversations") + " · Qliento";
    }
}
