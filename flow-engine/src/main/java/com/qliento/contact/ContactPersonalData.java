package com.qliento.contact;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what people are known. */
@Component
class ContactPersonalData implements PersonalDataStore {

    private final ContactStore contacts;
    private final IdentityStore identities;
    private final OrganisationScope scope;

    ContactPersonalData(ContactStore contacts, IdentityStore identities, OrganisationScope scope) {
        this.contacts = contacts;
        this.identities = identities;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("contact", "id", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact", "merged_into", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact", "name", Category.CONTACT, Form.SEALED),
                new PersonalPlace("contact", "address", Category.CONTACT, Form.SEALED),
                new PersonalPlace("contact_identity", "contact_id", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact_identity", "value", Category.CONTACT, Form.BLIND_INDEX));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        for (var member : family.all()) {
            var id = new ContactId(member.value());
            scope.run(family.organisation(), () -> contacts.find(family.organisation(), id)
                    .ifPresent(contact -> into.accept(record(contact, identities.kinds(id)))));
        }
    }

    private static PersonalRecord record(ContactSummary contact, List<String> knownBy) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", contact.name());
        values.put("phone", contact.phone());
        values.put("userId", contact.userId());
        values.put("channel", contact.channelId().toString());
        values.put("foundBy", knownBy);
        return new PersonalRecord(
                "contact", contact.id().toString(), contact.createdAt(), values, contact.unreadable());
    }
}
