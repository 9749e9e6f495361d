package com.qliento.transcript;

import com.qliento.contact.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a person: one of a customer that no flow could take, or one of ours that was not sent.
 *
 * @param conversation of its contact; null when there is none yet
 * @param person nothing is known of somebody whose data is erased
 */
public record WaitingMessage(
        ConversationMessage message, @Nullable UUID conversation, Person person) {

    @Override
    public String toString() {
        return "WaitingMessage[" + message.id() + "]";
    }
}
