package com.qliento.schedule;

import com.qliento.channel.ChannelId;
import com.qliento.contact.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a schedule begins its flow for.
 *
 * @param phone whose number, with country code; null when the contact is named. Kept nowhere: it finds the contact, or
 *     makes one
 * @param contact who; null when the number is named
 * @param channel on which number of the business; null when there is no choice
 */
public record Whom(
        @Nullable String phone,
        @Nullable ContactId contact,
        @Nullable ChannelId channel) {

    /** Nothing of whom. */
    @Override
    public String toString() {
        return "Whom";
    }
}
