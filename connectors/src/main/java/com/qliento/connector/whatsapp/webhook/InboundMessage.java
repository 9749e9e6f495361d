package com.qliento.connector.whatsapp.webhook;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sent, or what WhatsApp says about a customer (system). Meta delivers each message at least once, in any order.
 *
 * @param messageId Meta's id ({@code wamid…}), unique for each message; it contains the number in base 64, so it is personal data
 * @param sender who wrote
 * @param timestamp when, by Meta's clock, to the second; null if unreadable
 * @param type Meta's word for the type, also of types this connector does not know
 * @param contextMessageId the message that this one answers, null if it answers none
 * @param content what was said
 * @param errors why Meta could not pass on something of it
 * @param referral the advertisement it came from, null if from none
 */
public record InboundMessage(
        Envelope envelope,
        String messageId,
        Sender sender,
        @Nullable Instant timestamp,
        String type,
        @Nullable String contextMessageId,
        InboundContent content,
        List<ReportedError> errors,
        @Nullable Referral referral)
        implements Update {

    @Override
    public <T> T match(
            Function<? super InboundMessage, ? extends T> message,
            Function<? super DeliveryStatus, ? extends T> status,
            Function<? super NotHandled, ? extends T> other) {
        return message.apply(this);
    }

    /** Without content. */
    @Override
    public String toString() {
        return "InboundMessage[content=" + content + "]";
    }
}
