package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.database.Texts;
import com.qliento.vault.BlindIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of identities: which of them is whose, and since when; inside a transaction of the organisation. */
@Component
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<IdentityKey, Owned> owners(ChannelId channel, Collection<IdentityKey> keys) {
        var owners = new HashMap<IdentityKey, Owned>();
        jdbc.sql("""
                        SELECT i.* FROM contact_identity i
                        JOIN unnest(?::text[], ?::bytea[]) AS k (kind, value) ON i.kind = k.kind AND i.value = k.value
                        WHERE i.channel_id = ?
                        """)
                .param(kinds(keys))
                .param(values(keys))
                .param(channel.value())
                .query((ResultSet row) -> {
                    owners.put(key(row), owned(row));
                });
        return owners;
    }

    /** All that leads to this contact. */
    Map<IdentityKey, Owned> of(ContactId contact) {
        var all = new HashMap<IdentityKey, Owned>();
        jdbc.sql("SELECT * FROM contact_identity WHERE contact_id = ?")
                .param(contact.value())
                .query((ResultSet row) -> {
                    all.put(key(row), owned(row));
                });
        return all;
    }

    /** By what kinds of identities this contact is found; what they left counts too. */
    List<String> kinds(ContactId contact) {
        return jdbc.sql("SELECT DISTINCT kind FROM contact_identity WHERE contact_id = ? ORDER BY kind")
                .param(contact.value())
                .query(String.class)
                .list();
    }

    /** Adds those that nobody has; how many these were. */
    int add(Channel channel, Map<IdentityKey, Owned> wanted) {
        var keys = wanted.keySet().stream().sorted(IdentityKey.ORDER).toList();
        return jdbc.sql("""
                        INSERT INTO contact_identity (channel_id, kind, value, organisation_id, contact_id, since, left_at)
                        SELECT ?, u.kind, u.value, ?, u.contact, u.since, u.left_at
                        FROM unnest(?::text[], ?::bytea[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                          AS u (kind, value, contact, since, left_at)
                        ON CONFLICT DO NOTHING
                        """)
                .param(channel.id().value())
                .param(channel.organisation().value())
                .param(kinds(keys))
                .param(values(keys))
                .param(Texts.of(
                        keys,
                        key -> Objects.requireNonNull(wanted.get(key)).contact().value()))
                .param(Texts.of(
                        keys, key -> Objects.requireNonNull(wanted.get(key)).since()))
                .param(Texts.of(
                        keys, key -> Objects.requireNonNull(wanted.get(key)).leftAt()))
                .update();
    }

    /** From now on this identity is so owned, whoever had it. */
    void put(Channel channel, IdentityKey key, Owned owned) {
        jdbc.sql("""
                        UPDATE contact_identity SET contact_id = ?, since = ?, left_at = ?
                        WHERE channel_id = ? AND kind = ? AND value = ?
                        """)
                .param(owned.contact().value())
                .param(time(owned.since()))
                .param(time(owned.leftAt()))
                .param(channel.id().value())
                .param(key.kind())
                .param(key.value().bytes())
                .update();
    }

    /** All that led to one leads to the other. */
    void give(ContactId from, ContactId to) {
        jdbc.sql("UPDATE contact_identity SET contact_id = ? WHERE contact_id = ?")
                .param(to.value())
                .param(from.value())
                .update();
    }

    /** Nothing leads to these contacts any more; the contacts stay. */
    void forget(Collection<ContactId> contacts) {
        jdbc.sql("DELETE FROM contact_identity WHERE contact_id = ANY (?::uuid[])")
                .param(Texts.of(List.copyOf(contacts), ContactId::value))
                .update();
    }

    /** This does not lead to this contact any more. */
    void forget(Channel channel, IdentityKey key, ContactId contact) {
        jdbc.sql("DELETE FROM contact_identity WHERE channel_id = ? AND kind = ? AND value = ? AND contact_id = ?")
                .param(channel.id().value())
                .param(key.kind())
                .param(key.value().bytes())
                .param(contact.value())
                .update();
    }

    /**
     * Forgets those numbers of these that were left before this time, whoever has them now is somebody else; gives them.
     * A number that was given up goes to another person after some months, a user id never does.
     */
    Set<IdentityKey> forgetNumbersLeftBefore(Channel channel, Collection<IdentityKey> keys, Instant time) {
        return Set.copyOf(jdbc.sql("""
                        DELETE FROM contact_identity i USING unnest(?::text[], ?::bytea[]) AS k (kind, value)
                        WHERE i.channel_id = ? AND i.kind = k.kind AND i.value = k.value AND i.kind = ? AND i.left_at < ?
                        RETURNING i.*
                        """)
                .param(kinds(keys))
                .param(values(keys))
                .param(channel.id().value())
                .param(IdentityKey.PHONE)
                .param(time(time))
                .query((row, n) -> key(row))
                .list());
    }

    private static IdentityKey key(ResultSet row) throws SQLException {
        return new IdentityKey(row.getString("kind"), BlindIndex.of(row.getBytes("value")));
    }

    private static Owned owned(ResultSet row) throws SQLException {
        return new Owned(
                new ContactId(row.getObject("contact_id", UUID.class)), instant(row, "since"), instant(row, "left_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static String[] kinds(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::kind).toArray(String[]::new);
    }

    private static byte[][] values(Collection<IdentityKey> keys) {
        return keys.stream().map(key -> key.value().bytes()).toArray(byte[][]::new);
    }
}
