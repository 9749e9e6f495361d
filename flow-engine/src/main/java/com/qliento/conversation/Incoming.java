package com.qliento.conversation;

import com.qliento.connector.whatsapp.Address;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wrote, opened; several messages when a burst was joined.
 *
 * @param choice id of the button or row they tapped
 * @param writtenAt begins the 24-hour window
 */
record Incoming(
        List<UUID> ids, Address from, String text, @Nullable String choice, Instant writtenAt) {

    /** The same, that stands for these messages. */
    Incoming with(List<UUID> all) {
        return new Incoming(all, from, text, choice, writtenAt);
    }

    @Override
    public String toString() {
        return "Incoming" + ids;
    }
}
