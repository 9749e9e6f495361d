package com.qliento.transcript;

import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads messages with whom they are from or for, and where they are talked with. */
@Component
class WaitingReader {

    private static final Person ERASED = new Person(null, null, null);

    private final MessageReader messages;
    private final ConversationSearch conversations;
    private final Contacts contacts;

    WaitingReader(MessageReader messages, ConversationSearch conversations, Contacts contacts) {
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
    }

    /** Those of these that are there still, in their order; in the open transaction of their organisation. */
    List<WaitingMessage> read(OrganisationId organisation, List<UUID> ids) {
        var views = ids.stream()
                .map(id -> messages.find(organisation, id))
                .flatMap(Optional::stream)
                .toList();
        var known = views.stream()
                .map(MessageReader.View::contactId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var people =
                contacts.people(organisation, known.stream().map(ContactId::new).toList());
        var where = conversations.of(known);
        return views.stream()
                .map(view -> new WaitingMessage(
                        ConversationMessage.of(view),
                        where.get(view.contactId()),
                        view.contactId() == null
                                ? ERASED
                                : people.getOrDefault(new ContactId(view.contactId()), ERASED)))
                .toList();
    }
}
