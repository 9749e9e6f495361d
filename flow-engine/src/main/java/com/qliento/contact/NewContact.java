package com.qliento.contact;

import com.qliento.database.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A contact about to be made.
 *
 * @param keys what leads to it that leads to nobody else
 * @param since since when
 */
record NewContact(ContactId id, Identities sender, List<IdentityKey> keys, Instant since) {

    static NewContact of(Identities sender, List<IdentityKey> keys, Instant at) {
        var written = sender.written() == null || sender.written().isAfter(at) ? at : sender.written();
        return new NewContact(new ContactId(TimeOrderedId.at(at)), sender, keys, written);
    }

    /** How replies reach them: by number where it is known, for every kind of message can go there. */
    String addressKind() {
        return sender.phone() != null ? IdentityKey.PHONE : IdentityKey.USER_ID;
    }

    String address() {
        return sender.phone() != null
                ? sender.phone()
                : Objects.requireNonNullElse(sender.userId(), Objects.requireNonNullElse(sender.parentId(), ""));
    }
}
