package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which identities their owners have left, and since when; inside a transaction of the organisation. */
@Component
class MoveStore {

    private final JdbcClient jdbc;
    private final ContactStore contacts;
    private final Vault vault;

    MoveStore(JdbcClient jdbc, ContactStore contacts, Vault vault) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.vault = vault;
    }

    /** Whether somebody left one of these. */
    boolean anyLeft(Channel channel, Collection<IdentityKey> keys) {
        return keys.stream().anyMatch(key -> left(channel, key).isPresent());
    }

    private Optional<Instant> left(Channel channel, IdentityKey key) {
        return jdbc.sql("""
                        SELECT left_at FROM contact_identity
                        WHERE channel_id = ? AND kind = ? AND value = ? AND left_at IS NOT NULL
                        """)
                .param(channel.id().value())
                .param(key.kind())
                .param(key.value().bytes())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Notes who the contact is from now on, and that they left what they were. A change that came before one that is
     * known already changes no address, so it may be told twice and in any order.
     */
    void note(Channel channel, ContactId contact, Identities before, Move move, Instant at) {
        var now = move.to();
        var keys = IdentityKey.of(vault, channel, now);
        var kinds = keys.stream().map(IdentityKey::kind).toList();
        var gone = IdentityKey.of(vault, channel, before).stream()
                .filter(key -> kinds.contains(key.kind()) && !keys.contains(key))
                .toList();
        boolean news = keys.stream().noneMatch(key -> left(channel, key)
                .filter(left -> !left.isBefore(move.at()))
                .isPresent());
        var address = news ? now : addressOf(channel, contact, gone);
        if (news) {
            keys.forEach(key -> mark(channel, key, null));
        }
        // Without another address they came back to the one before.
        if (address != null) {
            gone.forEach(key -> mark(channel, key, move.at()));
            contacts.readdress(channel.organisation(), contact, address, at);
        }
    }

    private void mark(Channel channel, IdentityKey key, @Nullable Instant leftAt) {
        jdbc.sql("""
                        UPDATE contact_identity SET left_at = CASE WHEN ?::timestamptz IS NULL THEN NULL
                          ELSE greatest(left_at, ?::timestamptz) END
                        WHERE channel_id = ? AND kind = ? AND value = ?
                        """)
                .param(leftAt == null ? null : leftAt.atOffset(ZoneOffset.UTC))
                .param(leftAt == null ? null : leftAt.atOffset(ZoneOffset.UTC))
                .param(channel.id().value())
                .param(key.kind())
                .param(key.value().bytes())
                .update();
    }

    /** Of the contact and those merged into it, the address that nobody left and is none of these; null without one. */
    private @Nullable Identities addressOf(Channel channel, ContactId contact, Collection<IdentityKey> gone) {
        var all = new ArrayList<>(jdbc.sql("SELECT id FROM contact WHERE merged_into = ? ORDER BY id DESC")
                .param(contact.value())
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .list());
        all.add(0, contact);
        return all.stream()
                .flatMap(one -> contacts.person(channel.organisation(), one).stream())
                .map(person -> new Identities(person.phone(), person.userId(), null, null))
                .filter(Identities::anybody)
                .filter(one -> {
                    var keys = IdentityKey.of(vault, channel, one);
                    return Collections.disjoint(keys, gone) && !anyLeft(channel, keys);
                })
                .findFirst()
                .orElse(null);
    }

    /**
     * Forgets those of these that were left before this time, whoever has them now is somebody else; gives them. A number
     * that was given up goes to another person after some months.
     */
    Set<IdentityKey> forgetLeftBefore(Channel channel, Collection<IdentityKey> keys, Instant time) {
        return Set.copyOf(jdbc.sql("""
                        DELETE FROM contact_identity i USING unnest(?::text[], ?::bytea[]) AS k (kind, value)
                        WHERE i.channel_id = ? AND i.kind = k.kind AND i.value = k.value AND i.left_at < ?
                        RETURNING i.kind, i.value
                        """)
                .param(keys.stream().map(IdentityKey::kind).toArray(String[]::new))
                .param(keys.stream().map(key -> key.value().bytes()).toArray(byte[][]::new))
                .param(channel.id().value())
                .param(time.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new IdentityKey(row.getString(1), BlindIndex.of(row.getBytes(2))))
                .list());
    }
}
