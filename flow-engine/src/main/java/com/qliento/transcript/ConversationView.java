package com.qliento.transcript;

import com.qliento.contact.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as people see it.
 *
 * @param person nothing is known of somebody whose data is erased
 * @param state free (no flow runs), asking (waits for the customer) or busy (waits for something else, such as time)
 * @param element where it stands on the diagram of its flow; null when no flow runs
 * @param windowUntil until when the customer may be written to freely
 */
public record ConversationView(
        UUID id,
        UUID channel,
        UUID contact,
        Person person,
        String state,
        @Nullable String flow,
        @Nullable String definitionId,
        @Nullable String element,
        Instant windowUntil,
        Instant lastStepAt,
        Instant createdAt) {

    @Override
    public String toString() {
        return "ConversationView[" + id + "]";
    }
}
