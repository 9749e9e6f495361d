package com.qliento.ui.contact;

import com.qliento.contact.ContactId;
import com.qliento.transcript.Conversations;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;

/** What they talked about with the organisation, the latest first. */
final class ConversationsCard extends Section {

    private static final int MOST = 20;

    ConversationsCard(Conversations conversations, ContactId contact, SignedIn signedIn, Clock clock) {
        addClassName("q-card");
        add(new H2(getTranslation("contacts.conversations")));
        var all = conversations.with(signedIn.actor(), contact, MOST);
        if (all.isEmpty()) {
            add(new Paragraph(getTranslation("contacts.conversations.none")));
        }
        all.forEach(one -> {
            var link = new Anchor("conversations/" + one.id(), getTranslation("conversations.state." + one.state()));
            link.getElement().setAttribute("router-link", true);
            var row = new Div(link, new When(one.lastStepAt(), clock.instant(), signedIn.zone()));
            row.addClassName("q-contact-row");
            add(row);
        });
    }
}
