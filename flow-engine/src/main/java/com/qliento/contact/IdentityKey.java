package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Vault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One identity of somebody on a channel, as the database knows it: a blind index, from which nobody reads a number. */
record IdentityKey(String kind, BlindIndex value) {

    static final String PHONE = "phone";
    static final String USER_ID = "user_id";
    static final String PARENT_ID = "parent_id";

    /** Always in this order, so that two writers lock rows in the same order. */
    static final Comparator<IdentityKey> ORDER = Comparator.comparing(IdentityKey::kind)
            .thenComparing((a, b) ->
                    Arrays.compareUnsigned(a.value().bytes(), b.value().bytes()));

    static List<IdentityKey> of(Vault vault, Channel channel, Identities identities) {
        var keys = new ArrayList<IdentityKey>(3);
        add(keys, vault, channel, PHONE, identities.phone());
        add(keys, vault, channel, USER_ID, identities.userId());
        add(keys, vault, channel, PARENT_ID, identities.parentId());
        return keys;
    }

    boolean isPhone() {
        return kind.equals(PHONE);
    }

    private static void add(List<IdentityKey> keys, Vault vault, Channel channel, String kind, @Nullable String value) {
        if (value != null) {
            keys.add(new IdentityKey(kind, vault.index(channel.organisation(), kind, value)));
        }
    }
}
