package com.qliento.conversation.customer;

import com.qliento.connector.whatsapp.Address;
import com.qliento.consent.Consents;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.inbox.Lane;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The customer whom a conversation is with, opened only when a block needs them. */
public final class Correspondent {

    private final Supplier<Person> look;
    private final Function<Purpose, Permit> gate;
    private final Map<Purpose, Permit> said = new EnumMap<>(Purpose.class);
    private @Nullable Person person;
    private @Nullable Purpose use;

    /** Both are asked when first needed. */
    public Correspondent(Supplier<Person> look, Function<Purpose, Permit> gate) {
        this.look = look;
        this.gate = gate;
    }

    /** The contact of this lane. Of a run, which is about nobody, nobody's data is used. */
    public Correspondent(Contacts contacts, Consents consents, Lane lane) {
        this(
                () -> contacts.person(lane.organisation(), new ContactId(lane.contact()))
                        .orElse(new Person(null, null, null)),
                purpose -> lane.isRun()
                        ? Permit.ALLOWED
                        : consents.mayI(lane.organisation(), new ContactId(lane.contact()), purpose));
    }

    /** Whether their data may be used for this, with what they said in this step, which is written with it. */
    public Permit may(Purpose purpose) {
        var kept = gate.apply(purpose);
        return kept == Permit.RESTRICTED ? kept : said.getOrDefault(purpose, kept);
    }

    /** What is said to them from now on uses their data for this; null when it serves them. */
    public void uses(@Nullable Purpose purpose) {
        use = purpose;
    }

    /** For what that which is said now uses their data, to be asked again as it is sent; null when it serves them. */
    public @Nullable Purpose use() {
        return use;
    }

    /** In this step they say so. */
    public void says(Map<Purpose, Permit> more) {
        said.putAll(more);
    }

    /** What they said in this step. */
    public Map<Purpose, Permit> said() {
        return said;
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
