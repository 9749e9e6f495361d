package com.qliento.conversation;

import com.qliento.block.TapId;
import com.qliento.connector.whatsapp.Address;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wrote, opened; several messages when a burst was joined.
 *
 * @param text without blanks at its ends; empty when nothing of it is text
 * @param tap what they tapped; null when they wrote
 * @param writtenAt begins the 24-hour window
 */
public record Incoming(
        List<UUID> ids, Address from, String text, @Nullable Tap tap, Instant writtenAt) {

    /**
     * A tapped button or row.
     *
     * @param id as WhatsApp sends it back
     * @param title as they saw it
     * @param message WhatsApp's id of the message that offered it; null when it does not say
     */
    public record Tap(String id, String title, @Nullable String message) {

        @Override
        public String toString() {
            return "Tap";
        }
    }

    /** The choice's own id; null when they wrote. */
    @Nullable
    String choice() {
        return tap == null ? null : TapId.choiceOf(tap.id());
    }

    /** What the tapped id says of the message that offered it; null when they wrote, or it says nothing. */
    @Nullable
    public TapId tapped() {
        return tap == null ? null : TapId.read(tap.id()).orElse(null);
    }

    /** The same, that stands for these messages. */
    Incoming with(List<UUID> all) {
        return new Incoming(all, from, text, tap, writtenAt);
    }

    @Override
    public String toString() {
        return "Incoming" + ids;
    }
}
