package com.qliento.contact;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import com.qliento.vault.spi.PersonalValue;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what people are known. */
@Component
class ContactPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS =
            List.of(Whose.contact("contact_identity"), new Whose("contact", "id = ANY (?::uuid[])"));

    private final ContactStore contacts;
    private final IdentityStore identities;
    private final OrganisationScope scope;
    private final PersonalRows rows;
    private final Changing changing;

    /** How somebody leaves, what is not right of them is corrected, and what colleagues noted of them. */
    @Component("contactPersonChanging")
    record Changing(Vault vault, ContactCorrections corrections, NotesStore notes, Clock clock) {}

    ContactPersonalData(
            ContactStore contacts,
            IdentityStore identities,
            OrganisationScope scope,
            PersonalRows rows,
            Changing changing) {
        this.contacts = contacts;
        this.identities = identities;
        this.scope = scope;
        this.rows = rows;
        this.changing = changing;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("contact", "id", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact", "merged_into", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact", "name", Category.CONTACT, Form.SEALED),
                new PersonalPlace("contact", "address", Category.CONTACT, Form.SEALED),
                new PersonalPlace("contact", "notes", Category.CONTACT, Form.SEALED),
                new PersonalPlace("contact_identity", "contact_id", Category.CONTACT, Form.REFERENCE),
                new PersonalPlace("contact_identity", "value", Category.CONTACT, Form.BLIND_INDEX));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        for (var member : family.all()) {
            var id = new ContactId(member.value());
            scope.run(family.organisation(), () -> contacts.find(family.organisation(), id)
                    .ifPresent(contact -> into.accept(record(
                            contact, identities.kinds(id), changing.notes().of(family.organisation(), id.value())))));
        }
    }

    @Override
    public Optional<PersonalValue> look(Family family, PersonalField field) {
        return changing.corrections().look(family, field);
    }

    @Override
    public PersonalCorrection.Outcome rectify(Family family, PersonalCorrection correction) {
        return changing.corrections().rectify(family, correction);
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /**
     * Nothing leads to them any more: what was written until now is dropped, what they write later is somebody new's. Nobody
     * writes to them, and nobody finds them.
     */
    @Override
    public void stop(Family family) {
        var all = family.all().stream().map(one -> new ContactId(one.value())).toList();
        var knownBy = all.stream()
                .flatMap(one -> identities.of(one).keySet().stream())
                .map(IdentityKey::value)
                .toList();
        var now = changing.clock().instant();
        changing.vault().suppress(family.organisation(), knownBy, now);
        identities.forget(all);
        contacts.leave(all, now);
        contacts.tellNodes();
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private static PersonalRecord record(ContactSummary contact, List<String> knownBy, ContactNotes noted) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", contact.name());
        values.put("phone", contact.phone());
        values.put("userId", contact.userId());
        values.put("channel", contact.channelId().toString());
        values.put("foundBy", knownBy);
        values.put("language", noted.language());
        values.put("tags", noted.tags());
        values.put("notes", noted.notes());
        return new PersonalRecord(
                "contact", contact.id().toString(), contact.createdAt(), values, contact.unreadable());
    }
}
