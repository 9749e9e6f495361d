package com.qliento.transcript;

import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who conversations are with; inside a transaction of the organisation. */
@Component
class ConversationPeople {

    private static final Person ERASED = new Person(null, null, null);

    private final Contacts contacts;
    private final Channels channels;

    ConversationPeople(Contacts contacts, Channels channels) {
        this.contacts = contacts;
        this.channels = channels;
    }

    /** Everybody of this number, however it is written. */
    List<ContactId> withPhone(OrganisationId organisation, String written) {
        var digits = written.replaceAll("\\D", "");
        return channels.of(organisation).stream()
                .flatMap(channel -> contacts.withPhone(channel, digits).stream())
                .toList();
    }

    /** Each of these rows with who it is. */
    Function<ConversationSearch.Row, ConversationView> views(
            OrganisationId organisation, List<ConversationSearch.Row> rows) {
        var people = contacts.people(
                organisation,
                rows.stream().map(row -> new ContactId(row.contact())).toList());
        return row -> row.view(people.getOrDefault(new ContactId(row.contact()), ERASED));
    }
}
