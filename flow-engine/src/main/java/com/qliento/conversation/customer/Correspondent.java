package com.qliento.conversation.customer;

import com.qliento.connector.whatsapp.Address;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.inbox.Lane;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The customer whom a conversation is with, opened only when a block needs them. */
public final class Correspondent {

    private final Supplier<Person> look;
    private @Nullable Person person;

    /** The person is looked up when first asked for. */
    public Correspondent(Supplier<Person> look) {
        this.look = look;
    }

    /** The contact of this lane. */
    public Correspondent(Contacts contacts, Lane lane) {
        this(() -> contacts.person(lane.organisation(), new ContactId(lane.contact()))
                .orElse(new Person(null, null, null)));
    }

    /** Who it is; nothing is known of one that was erased. */
    public Person person() {
        if (person == null) {
            person = look.get();
        }
        return person;
    }

    /** Where replies go: the number where it is known, for a user id goes in another field of the call. */
    public Address address() {
        var who = person();
        return who.phone() != null
                ? NoUsableAddress.require(Address.Kind.PHONE, who.phone(), null)
                : NoUsableAddress.require(Address.Kind.USER_ID, who.userId(), null);
    }
}
