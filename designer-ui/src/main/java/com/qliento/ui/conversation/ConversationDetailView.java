package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationNews;
import com.qliento.problem.Problem;
import com.qliento.transcript.ConversationPath;
import com.qliento.transcript.ConversationView;
import com.qliento.transcript.Conversations;
import com.qliento.ui.shell.BoardSetup;
import com.qliento.ui.shell.Fresh;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.UUID;

/** One conversation: the way it went on its version's diagram, step by step in words, and what was said. */
@Route(value = "conversations", layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ConversationDetailView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient Conversations conversations;
    private final transient SignedIn signedIn;
    private final transient ConversationNews news;
    private final transient BoardSetup setup;
    private final transient Clock clock;

    ConversationDetailView(
            Conversations conversations, ConversationNews news, BoardSetup setup, SignedIn signedIn, Clock clock) {
        this.setup = setup;
        this.conversations = conversations;
        this.news = news;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-conversation");
    }

    @Override
    public void setParameter(BeforeEvent event, String written) {
        removeAll();
        if (!signedIn.may(Permission.SEE_CONVERSATIONS)) {
            event.rerouteToError(AccessDeniedException.class, getTranslation("error.forbidden"));
            return;
        }
        try {
            var id = UUID.fromString(written);
            var conversation = conversations.get(signedIn.actor(), id);
            show(conversation, conversations.path(signedIn.actor(), id));
        } catch (IllegalArgumentException | Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void show(ConversationView conversation, ConversationPath path) {
        var facts = new Div();
        facts.addClassName("q-conversation-facts");
        facts(facts, conversation);
        var way = new WaySection(path, clock, signedIn.zone(), setup);
        var said = new Bubbles(
                before -> conversations.messages(signedIn.actor(), conversation.id(), before, Bubbles.PAGE + 1),
                clock,
                signedIn.zone());
        var saidSection = new Section(new H2(getTranslation("conversations.said")), said);
        saidSection.addClassName("q-conversation-said");
        var body = new Div(way, saidSection);
        body.addClassName("q-conversation-body");
        var fresh = new Fresh(news, signedIn.actor().organisation(), () -> {
            try {
                facts(facts, conversations.get(signedIn.actor(), conversation.id()));
                way.become(conversations.path(signedIn.actor(), conversation.id()));
                said.refresh();
            } catch (Problem gone) {
                // Two turned out to be one person, or it may not be seen any more: what is shown is what was last
                // known.
                return;
            }
        });
        add(head(conversation, facts), body, fresh);
    }

    private Component head(ConversationView conversation, Div facts) {
        var person = conversation.person();
        var name = person.shown() == null ? getTranslation("conversations.erased.person") : person.shown();
        var back = new RouterLink(getTranslation("conversations.all"), ConversationsView.class);
        back.addClassName("q-back");
        var head = new Div(back, new H1(name), facts);
        head.addClassName("q-conversation-head");
        return head;
    }

    private void facts(Div facts, ConversationView conversation) {
        var person = conversation.person();
        facts.removeAll();
        if (person.name() != null && person.phone() != null) {
            facts.add(new Span("+" + person.phone()));
        }
        facts.add(
                new StateWords(conversation.state()),
                new ReplyWindow(conversation.windowUntil(), clock.instant()),
                new When(conversation.lastStepAt(), clock.instant(), signedIn.zone()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conversations.one") + " · Qliento";
    }
}
