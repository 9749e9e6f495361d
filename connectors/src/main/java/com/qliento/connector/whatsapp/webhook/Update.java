package com.qliento.connector.whatsapp.webhook;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing a webhook body tells: a customer's message, how far a message of ours got, or something this connector does not read. */
public sealed interface Update permits InboundMessage, DeliveryStatus, NotHandled {

    /** Where it came from; read it through the methods below. */
    Envelope envelope();

    /** Gives the update to the function for its kind. */
    <T> T match(
            Function<? super InboundMessage, ? extends T> message,
            Function<? super DeliveryStatus, ? extends T> status,
            Function<? super NotHandled, ? extends T> other);

    /** Id of the WhatsApp business account ({@code entry.id}); null if the body had none. */
    default @Nullable String accountId() {
        return envelope().accountId();
    }

    /** The subscribed field, for example {@code messages}; empty if the body had none. */
    default String field() {
        return envelope().field();
    }

    /** Id of the business number it is for: this is what routes it. Null for updates about the whole account. */
    default @Nullable String phoneNumberId() {
        return envelope().phoneNumberId();
    }

    /**
     * This update alone, complete, again as a webhook body in UTF-8: {@link WebhookBody#parse} of it gives one update of the same kind and
     * content. Beside the message or status it holds the matching contact, the metadata and whatever else stood around them. Written anew
     * at each call. Full of personal data.
     */
    default byte[] raw() {
        return envelope().raw();
    }

    /** A webhook body that tells no more than that something came: with the account and the field, and nothing of a person. */
    default byte[] outline() {
        return envelope().outline();
    }
}
