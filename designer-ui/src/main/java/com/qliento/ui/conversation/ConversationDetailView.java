package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationPath;
import com.qliento.conversation.ConversationView;
import com.qliento.conversation.Conversations;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.BlockNames;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
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
    private final transient Clock clock;

    ConversationDetailView(Conversations conversations, SignedIn signedIn, Clock clock) {
        this.conversations = conversations;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-conversation");
    }

    @Override
    public void setParameter(BeforeEvent event, String written) {
        removeAll();
        if (!signedIn.may(Permission.SEE_CONVERSATIONS)) {
            event.rerouteToError(com.vaadin.flow.router.AccessDeniedException.class, getTranslation("error.forbidden"));
            return;
        }
        try {
            var id = UUID.fromString(written);
            var conversation = conversations.get(signedIn.actor(), id);
            var path = conversations.path(signedIn.actor(), id);
            add(head(conversation, path), body(conversation, path));
        } catch (IllegalArgumentException | Problem unknown) {
            throw new NotFoundException();
        }
    }

    private Component head(ConversationView conversation, ConversationPath path) {
        var person = conversation.person();
        var name = person.shown() == null ? getTranslation("conversations.erased.person") : person.shown();
        var facts = new Div(
                new StateWords(conversation.state()),
                new ReplyWindow(conversation.windowUntil(), clock.instant()),
                new When(conversation.lastStepAt(), clock.instant(), signedIn.zone()));
        if (person.name() != null && person.phone() != null) {
            facts.addComponentAsFirst(new Span("+" + person.phone()));
        }
        facts.addClassName("q-conversation-facts");
        var back = new RouterLink(getTranslation("conversations.all"), ConversationsView.class);
        back.addClassName("q-back");
        var head = new Div(back, new H1(name), facts);
        head.addClassName("q-conversation-head");
        return head;
    }

    private Component body(ConversationView conversation, ConversationPath path) {
        var way = new Section(new H2(getTranslation("conversations.way")));
        way.addClassName("q-conversation-way");
        var version = path.version();
        if (version == null) {
            way.add(new Paragraph(getTranslation("conversations.way.none")));
        } else {
            var names = new BlockNames(version.bpmn(), getLocale());
            var flow = new Anchor("flows/edit/" + version.flowKey(), names.flow());
            var at = new Paragraph(new Span(getTranslation("conversations.version", version.version()) + " "), flow);
            way.add(at, new PathBoard(path), new StepList(path, names, clock.instant(), signedIn.zone()));
        }
        var said = new Section(
                new H2(getTranslation("conversations.said")),
                new Bubbles(
                        before -> conversations.messages(signedIn.actor(), conversation.id(), before, Bubbles.PAGE + 1),
                        clock.instant(),
                        signedIn.zone()));
        said.addClassName("q-conversation-said");
        var body = new Div(way, said);
        body.addClassName("q-conversation-body");
        return body;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conversations.one") + " · Qliento";
    }
}
