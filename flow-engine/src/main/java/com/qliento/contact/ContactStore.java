package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.BlindIndex;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contacts and their identities. */
@Component
class ContactStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    ContactStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Map<IdentityKey, ContactId> owners(ChannelId channel, Collection<IdentityKey> keys) {
        var owners = new HashMap<IdentityKey, ContactId>();
        jdbc.sql("""
                        SELECT i.kind, i.value, i.contact_id FROM contact_identity i
                        JOIN unnest(?::text[], ?::bytea[]) AS k (kind, value) ON i.kind = k.kind AND i.value = k.value
                        WHERE i.channel_id = ?
                        """)
                .param(kinds(keys))
                .param(values(keys))
                .param(channel.value())
                .query((ResultSet row) -> {
                    var key = new IdentityKey(row.getString("kind"), BlindIndex.of(row.getBytes("value")));
                    owners.put(key, new ContactId(row.getObject("contact_id", UUID.class)));
                });
        return owners;
    }

    /** Inserts contacts with their identities; gives the owners of all these identities, ours or a quicker writer's. */
    Map<IdentityKey, ContactId> insert(Channel channel, List<NewContact> fresh, Instant at) {
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
                        .map(c -> sealed(organisation, c.id(), "address", c.address(), at))
                        .toArray(byte[][]::new))
                .param(fresh.stream()
                        .map(c -> c.sender().name() == null
                                ? null
                                : sealed(
                                        organisation, c.id(), "name", c.sender().name(), at))
                        .toArray(byte[][]::new))
                .update();
        var wanted = new HashMap<IdentityKey, ContactId>();
        fresh.forEach(contact -> contact.keys().forEach(key -> wanted.put(key, contact.id())));
        int added = insertIdentities(channel, wanted);
        if (added == wanted.size()) {
            return wanted;
        }
        var owners = owners(channel.id(), wanted.keySet());
        var ownerless = fresh.stream()
                .map(NewContact::id)
                .filter(id -> !owners.containsValue(id))
                .toList();
        jdbc.sql("DELETE FROM contact WHERE id = ANY (?::uuid[])")
                .param(Texts.of(ownerless, ContactId::value))
                .update();
        return owners;
    }

    void addIdentities(Channel channel, ContactId contact, List<IdentityKey> keys) {
        var wanted = new HashMap<IdentityKey, ContactId>();
        keys.forEach(key -> wanted.put(key, contact));
        insertIdentities(channel, wanted);
    }

    /** Nothing leads to these contacts any more; the contacts stay. */
    void forgetIdentities(Collection<ContactId> contacts) {
        jdbc.sql("DELETE FROM contact_identity WHERE contact_id = ANY (?::uuid[])")
                .param(Texts.of(List.copyOf(contacts), ContactId::value))
                .update();
        jdbc.sql("SELECT pg_notify('qliento', 'contact:')")
                .query((row, n) -> true)
                .single();
    }

    private int insertIdentities(Channel channel, Map<IdentityKey, ContactId> wanted) {
        var keys = wanted.keySet().stream().sorted(IdentityKey.ORDER).toList();
        return jdbc.sql("""
                        INSERT INTO contact_identity (channel_id, kind, value, organisation_id, contact_id)
                        SELECT ?, u.kind, u.value, ?, u.contact FROM unnest(?::text[], ?::bytea[], ?::uuid[]) AS u (kind, value, contact)
                        ON CONFLICT DO NOTHING
                        """)
                .param(channel.id().value())
                .param(channel.organisation().value())
                .param(kinds(keys))
                .param(values(keys))
                .param(Texts.of(
                        keys, key -> Objects.requireNonNull(wanted.get(key)).value()))
                .update();
    }

    /** The longest known of these; ids are ordered by time. */
    ContactId oldest(Collection<ContactId> contacts) {
        return contacts.size() == 1
                ? contacts.iterator().next()
                : Collections.min(contacts, Comparator.comparing(c -> c.value().toString()));
    }

    void merge(ContactId went, ContactId stays) {
        jdbc.sql("UPDATE contact_identity SET contact_id = ? WHERE contact_id = ?")
                .param(stays.value())
                .param(went.value())
                .update();
        jdbc.sql("UPDATE contact SET merged_into = ? WHERE id = ? OR merged_into = ?")
                .param(stays.value())
                .param(went.value())
                .param(went.value())
                .update();
        jdbc.sql("SELECT pg_notify('qliento', 'contact:')")
                .query((row, n) -> true)
                .single();
    }

    /** The contact that this one was merged into; itself when it was not. */
    Optional<ContactId> stays(ContactId contact) {
        return jdbc.sql("SELECT coalesce(merged_into, id) FROM contact WHERE id = ?")
                .param(contact.value())
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * Takes over a name that changed, and the number of somebody known only by user id until now; nothing of what comes
     * late from an identity they left.
     */
    void rename(OrganisationId organisation, ContactId contact, Identities sender, Instant at, BooleanSupplier left) {
        var known = person(organisation, contact).orElse(null);
        boolean news = known != null
                && ((sender.name() != null && !sender.name().equals(known.name()))
                        || (sender.phone() != null && !sender.phone().equals(known.phone())));
        if (known == null || !news || left.getAsBoolean()) {
            return;
        }
        if (sender.name() != null && !sender.name().equals(known.name())) {
            jdbc.sql("UPDATE contact SET name = ? WHERE id = ?")
                    .param(sealed(organisation, contact, "name", sender.name(), at))
                    .param(contact.value())
                    .update();
        }
        if (sender.phone() != null && !sender.phone().equals(known.phone())) {
            readdress(organisation, contact, sender, at);
        }
    }

    /** From now on replies go there: to the number if there is one, else to the user id. */
    void readdress(OrganisationId organisation, ContactId contact, Identities to, Instant at) {
        var phone = to.phone();
        var address = phone != null ? phone : to.userId() != null ? to.userId() : to.parentId();
        if (address != null) {
            jdbc.sql("UPDATE contact SET address_kind = ?, address = ? WHERE id = ?")
                    .param(phone != null ? IdentityKey.PHONE : IdentityKey.USER_ID)
                    .param(sealed(organisation, contact, "address", address, at))
                    .param(contact.value())
                    .update();
        }
    }

    Optional<Person> person(OrganisationId organisation, ContactId contact) {
        return find(organisation, contact).map(c -> new Person(c.name(), c.phone(), c.userId()));
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
                        SELECT * FROM contact WHERE merged_into IS NULL AND organisation_id = ?
                          AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?
                        """)
                .param(organisation.value())
                .param(after)
                .param(after)
                .param(size)
                .query((row, n) -> read(organisation, row))
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

    private byte[] sealed(OrganisationId organisation, ContactId contact, String column, String value, Instant at) {
        return vault.seal(
                        organisation,
                        contact.subject(),
                        new Place("contact", column, contact.value()),
                        at,
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
                            vault.open(organisation, new Place("contact", column, id), Sealed.of(sealed)),
                            StandardCharsets.UTF_8),
                    null);
        } catch (Unreadable gone) {
            return new Opened(null, gone.reason().word());
        }
    }

    private static String[] kinds(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::kind).toArray(String[]::new);
    }

    private static byte[][] values(Collection<IdentityKey> keys) {
        return keys.stream().map(key -> key.value().bytes()).toArray(byte[][]::new);
    }
}
