package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a message says it is from, as blind indexes.
 *
 * @param ids user id and parent id, which are one person's for good
 * @param phone a number, which goes to somebody else some time after it was given up
 * @param written when that was so
 */
record Seen(List<IdentityKey> ids, @Nullable IdentityKey phone, Instant written) {

    static Seen of(Vault vault, Channel channel, Identities sender, Instant written) {
        var keys = IdentityKey.of(vault, channel, sender);
        return new Seen(
                keys.stream().filter(key -> !key.isPhone()).toList(),
                keys.stream().filter(IdentityKey::isPhone).findFirst().orElse(null),
                written);
    }

    List<IdentityKey> keys() {
        return Stream.concat(ids.stream(), Stream.ofNullable(phone)).toList();
    }
}
