package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contacts and their identities. */
@Component
class ContactStore {

    private static final String THERE = " WHERE organisation_id = ? AND merged_into IS NULL AND leaving_at IS NULL";
    private static final String LATEST = " ORDER BY id DESC OFFSET ? LIMIT ?";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final NotesStore notes;

    ContactStore(JdbcClient jdbc, Vault vault, NotesStore notes) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.notes = notes;
    }

    /** Inserts contacts, to whom nothing leads yet. */
    void insert(Channel channel, List<NewContact> fresh, Instant at) {
        var organisation = channel.organisation();
        vault.createSubjects(
                organisation, fresh.stream().map(c -> c.id().subject()).toList());
        jdbc.sql("""
                        INSERT INTO contact (id, organisation_id, channel_id, address_kind, address, name, created_at)
                        SELECT u.id, ?, ?, u.kind, u.address, u.name, ? FROM unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[])
                          AS u (id, kind, address, name)
                        """)
                .param(organisation.value())
                .param(channel.id().value())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(Texts.of(fresh, c -> c.id().value()))
                .param(fresh.stream().map(NewContact::addressKind).toArray(String[]::new))
                .param(fresh.stream()
                        .map(c -> sealed(organisation, c.id(), "address", c.address()))
                        .toArray(byte[][]::new))
                .param(fresh.stream()
                        .map(c -> c.sender().name() == null
                                ? null
                                : sealed(
                                        organisation, c.id(), "name", c.sender().name()))
                        .toArray(byte[][]::new))
                .update();
    }

    /** Deletes contacts that nothing leads to. */
    void delete(Collection<ContactId> contacts) {
        jdbc.sql("DELETE FROM contact WHERE id = ANY (?::uuid[])")
                .param(Texts.of(contacts, ContactId::value))
                .update();
    }

    /** One turned out to be the other. */
    void merge(ContactId went, ContactId stays) {
        jdbc.sql("UPDATE contact SET merged_into = ? WHERE id = ? OR merged_into = ?")
                .param(stays.value())
                .param(went.value())
                .param(went.value())
                .update();
    }

    List<ContactId> mergedInto(ContactId contact) {
        return jdbc.sql("SELECT id FROM contact WHERE merged_into = ? ORDER BY id DESC")
                .param(contact.value())
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .list();
    }

    /** They are being erased: nobody finds them any more or writes to them. */
    void leave(Collection<ContactId> contacts, Instant at) {
        jdbc.sql("UPDATE contact SET leaving_at = coalesce(leaving_at, ?) WHERE id = ANY (?::uuid[])")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(Texts.of(contacts, ContactId::value))
                .update();
    }

    /** All nodes forget whom they remember. */
    void tellNodes() {
        jdbc.sql("SELECT pg_notify('qliento', 'contact:')")
                .query((row, n) -> true)
                .single();
    }

    /** The contact that this one was merged into; itself when it was not. */
    Optional<ContactId> stays(ContactId contact) {
        return jdbc.sql("SELECT coalesce(merged_into, id) FROM contact WHERE id = ? AND leaving_at IS NULL")
                .param(contact.value())
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** As WhatsApp says they are called, unless somebody had it corrected. */
    void rename(OrganisationId organisation, ContactId contact, String name) {
        jdbc.sql("UPDATE contact SET name = ? WHERE id = ? AND NOT name_corrected")
                .param(sealed(organisation, contact, "name", name))
                .param(contact.value())
                .update();
    }

    /** They are called so from now on, whatever WhatsApp says. */
    void correctName(OrganisationId organisation, ContactId contact, String name) {
        jdbc.sql("UPDATE contact SET name = ?, name_corrected = true WHERE id = ?")
                .param(sealed(organisation, contact, "name", name))
                .param(contact.value())
                .update();
    }

    /** Nobody else changes these until the transaction ends. */
    void lock(UUID[] contacts) {
        jdbc.sql("SELECT id FROM contact WHERE id = ANY (?::uuid[]) ORDER BY id FOR UPDATE")
                .param(contacts)
                .query(UUID.class)
                .list();
    }

    /** What the contact is reached at, as it leads to them; empty when nothing is known or can be read. */
    List<IdentityKey> addressKeys(Channel channel, ContactId contact) {
        return person(channel.organisation(), contact)
                .map(person ->
                        IdentityKey.of(vault, channel, new Identities(person.phone(), person.userId(), null, null)))
                .orElse(List.of());
    }

    /** Another person has this number of theirs; if it was where they were reached, nobody knows where they are now. */
    void lose(Channel channel, ContactId contact, IdentityKey phone) {
        jdbc.sql("UPDATE contact SET lost_number = true, address = CASE WHEN ? THEN NULL ELSE address END WHERE id = ?")
                .param(addressKeys(channel, contact).contains(phone))
                .param(contact.value())
                .update();
    }

    /** Whether a number of theirs went to another person. */
    boolean hasLostANumber(ContactId contact) {
        return jdbc.sql("SELECT lost_number FROM contact WHERE id = ?")
                .param(contact.value())
                .query(Boolean.class)
                .single();
    }

    /** From now on replies go there: to the number if there is one, else to the user id. */
    void readdress(OrganisationId organisation, ContactId contact, Identities to) {
        var phone = to.phone();
        var address = phone != null ? phone : to.userId() != null ? to.userId() : to.parentId();
        if (address != null) {
            jdbc.sql("UPDATE contact SET address_kind = ?, address = ? WHERE id = ?")
                    .param(phone != null ? IdentityKey.PHONE : IdentityKey.USER_ID)
                    .param(sealed(organisation, contact, "address", address))
                    .param(contact.value())
                    .update();
        }
    }

    Optional<Person> person(OrganisationId organisation, ContactId contact) {
        return jdbc.sql("SELECT * FROM contact WHERE id = ? AND leaving_at IS NULL")
                .param(contact.value())
                .query((row, n) -> {
                    var known = read(organisation, row);
                    var noted = notes.opened(organisation, contact.value(), row.getBytes("notes"));
                    return new Person(known.name(), known.phone(), known.userId(), noted.language());
                })
                .optional();
    }

    Map<ContactId, Person> people(OrganisationId organisation, Collection<ContactId> contacts) {
        return jdbc
                .sql("SELECT * FROM contact WHERE id = ANY (?::uuid[])")
                .param(Texts.of(contacts))
                .query((row, n) -> read(organisation, row))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(c -> new ContactId(c.id()), c -> new Person(c.name(), c.phone(), c.userId())));
    }

    Optional<ContactSummary> find(OrganisationId organisation, ContactId contact) {
        return jdbc.sql("SELECT * FROM contact WHERE id = ?")
                .param(contact.value())
                .query((row, n) -> read(organisation, row))
                .optional();
    }

    List<ContactSummary> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return jdbc.sql("""
                        SELECT * FROM contact WHERE merged_into IS NULL AND leaving_at IS NULL AND organisation_id = ?
                          AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    int count(OrganisationId organisation) {
        return jdbc.sql("SELECT count(*) FROM contact" + THERE)
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    List<ContactSummary> slice(OrganisationId organisation, int offset, int size) {
        return jdbc.sql("SELECT * FROM contact" + THERE + LATEST)
                .param(organisation.value())
                .param(offset)
                .param(size)
                .query((row, n) -> read(organisation, row))
                .list();
    }

    /** The same by their ids. */
    List<ContactId> latest(OrganisationId organisation, int offset, int size) {
        return jdbc.sql("SELECT id FROM contact" + THERE + LATEST)
                .param(organisation.value())
                .param(offset)
                .param(size)
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .list();
    }

    private ContactSummary read(OrganisationId organisation, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var read = opened(organisation, id, "address", row.getBytes("address"));
        var address = read.value();
        boolean phone = row.getString("address_kind").equals(IdentityKey.PHONE);
        return new ContactSummary(
                id,
                row.getObject("channel_id", UUID.class),
                opened(organisation, id, "name", row.getBytes("name")).value(),
                phone ? address : null,
                phone ? null : address,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read.unreadable());
    }

    private byte[] sealed(OrganisationId organisation, ContactId contact, String column, String value) {
        return vault.sealKept(
                        organisation,
                        contact.subject(),
                        new Place("contact", column, contact.value()),
                        value.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    /** A value that was read, or why it can't be. */
    private record Opened(@Nullable String value, @Nullable String unreadable) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    private Opened opened(OrganisationId organisation, UUID id, String column, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new Opened(null, null);
        }
        try {
            return new Opened(
                    new String(
                            vault.openKept(organisation, new Place("contact", column, id), Sealed.of(sealed)),
                            StandardCharsets.UTF_8),
                    null);
        } catch (Unreadable gone) {
            return new Opened(null, gone.reason().word());
        }
    }
}
