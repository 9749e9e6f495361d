package com.qliento.ui.contact;

import com.qliento.account.Permission;
import com.qliento.contact.ContactBook;
import com.qliento.contact.ContactBook.Known;
import com.qliento.contact.ContactId;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
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

/** One person: who they are, what may be done with their data, what was said, and what is kept until when. */
@Route(value = ContactsView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class ContactView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient ContactBook book;
    private final transient ContactCards cards;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    ContactView(ContactBook book, ContactCards cards, SignedIn signedIn, Clock clock) {
        this.book = book;
        this.cards = cards;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassNames("q-view", "q-contact");
    }

    @Override
    public void setParameter(BeforeEvent event, String written) {
        removeAll();
        if (!signedIn.may(Permission.SEE_CONVERSATIONS)) {
            event.rerouteToError(AccessDeniedException.class, getTranslation("error.forbidden"));
            return;
        }
        try {
            show(new ContactId(UUID.fromString(written)));
        } catch (IllegalArgumentException | Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void show(ContactId id) {
        var known = book.get(signedIn.actor(), id);
        var cardsOf = new Div();
        cardsOf.addClassName("q-contact-cards");
        cardsOf.add(
                new UsesCard(cards.consents(), cards.limits(), id, signedIn, clock),
                new NotesCard(book, id, known.notes(), signedIn),
                new ConversationsCard(cards.conversations(), id, signedIn, clock),
                new KeptCard(cards.retention(), signedIn));
        add(head(known), cardsOf);
    }

    private Component head(Known known) {
        var one = known.contact();
        var back = new RouterLink(getTranslation("contacts.all"), ContactsView.class);
        back.addClassName("q-back");
        var facts = new Div();
        facts.addClassName("q-conversation-facts");
        var number = ContactWords.number(one);
        if (one.name() != null && number != null) {
            facts.add(new Span(number));
        }
        facts.add(new Span(getTranslation("contacts.from", known.channel())));
        var since = new Span(new Span(getTranslation("contacts.since") + " "));
        since.add(new When(one.createdAt(), clock.instant(), signedIn.zone()));
        facts.add(since);
        if (known.merged() > 0) {
            facts.add(new Span(getTranslation("contacts.merged", known.merged())));
        }
        if (one.unreadable() != null) {
            facts.add(new Span(getTranslation("contacts.unreadable")));
        }
        var head = new Div(back, new H1(ContactWords.name(this, one)), facts);
        head.addClassName("q-conversation-head");
        return head;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("contacts.one") + " · Qliento";
    }
}
