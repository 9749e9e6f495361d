package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationNews;
import com.qliento.rest.Page;
import com.qliento.transcript.ConversationFilter;
import com.qliento.transcript.ConversationView;
import com.qliento.transcript.Conversations;
import com.qliento.ui.shell.Fresh;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Everybody the organisation talks with, the latest first. */
@InNavigation(section = Section.TALK, order = 1, title = "nav.conversations", icon = "messages")
@Route(value = "conversations", layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ConversationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final transient Conversations conversations;
    private final transient ConversationNews news;
    private final transient FlowCatalogue flows;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div list = new Div();
    private @Nullable ConversationTable table;

    ConversationsView(
            Conversations conversations, ConversationNews news, FlowCatalogue flows, SignedIn signedIn, Clock clock) {
        this.conversations = conversations;
        this.news = news;
        this.flows = flows;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("q-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var names = new FlowNames(signedIn.actor(), flows.flows(), flows.published(), flows.setup(), getLocale());
        var filters = new ConversationFilters[1];
        filters[0] = new ConversationFilters(names, () -> show(filters[0].value(), names));
        add(
                new ViewHead(getTranslation("nav.conversations"), getTranslation("conversations.sentence")),
                filters[0],
                list,
                new Fresh(news, signedIn.actor().organisation(), () -> refresh(filters[0].value(), names)));
        show(ConversationFilter.ALL, names);
    }

    private void show(ConversationFilter filter, FlowNames names) {
        var page = conversations.page(signedIn.actor(), filter, null, PAGE);
        list.removeAll();
        table = null;
        if (page.items().isEmpty()) {
            list.add(empty(filter));
            return;
        }
        var fresh = new ConversationTable(names, clock, signedIn.zone());
        table = fresh;
        list.add(fresh);
        append(page, fresh, filter);
    }

    /** What is shown already stays where it is, but for those who have news. */
    private void refresh(ConversationFilter filter, FlowNames names) {
        var page = conversations.page(signedIn.actor(), filter, null, PAGE);
        if (table == null || page.items().isEmpty()) {
            show(filter, names);
        } else {
            table.become(page.items(), page.next() == null);
        }
    }

    private void append(Page<ConversationView> page, ConversationTable to, ConversationFilter filter) {
        to.append(page.items());
        if (page.next() != null) {
            var more = new Button(getTranslation("conversations.more"));
            more.addClickListener(click -> {
                list.remove(more);
                append(conversations.page(signedIn.actor(), filter, page.next(), PAGE), to, filter);
            });
            list.add(more);
        }
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
