package com.qliento.connector.whatsapp.webhook;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours got. Comes in any order, more than once, and for one message several times with different states.
 *
 * @param messageId id that the Cloud API gave when it accepted the message
 * @param state how far; see {@link DeliveryState#rank()}
 * @param timestamp when, by Meta's clock, to the second; null if unreadable
 * @param bizOpaqueCallbackData what we attached to the message when sending it
 * @param recipientId number or WhatsApp id it went to; absent when it was sent to a user id
 * @param recipientUserId business-scoped user id it went to
 * @param recipientParentUserId the same for linked portfolios
 * @param errors why it failed
 * @param pricingCategory for example {@code marketing}, {@code utility}, {@code service}
 * @param pricingType for example {@code regular}, {@code free_customer_service}, {@code free_entry_point}
 * @param conversationOrigin from before prices were per message; now only for free entry points
 */
public record DeliveryStatus(
        Envelope envelope,
        String messageId,
        DeliveryState state,
        @Nullable Instant timestamp,
        @Nullable String bizOpaqueCallbackData,
        @Nullable String recipientId,
        @Nullable String recipientUserId,
        @Nullable String recipientParentUserId,
        List<ReportedError> errors,
        @Nullable String pricingCategory,
        @Nullable String pricingType,
        @Nullable String conversationOrigin)
        implements Update {

    /** The rank of its state: a message keeps the highest it has seen. */
    public int rank() {
        return state.rank();
    }

    @Override
    public <T> T match(
            Function<? super InboundMessage, ? extends T> message,
            Function<? super DeliveryStatus, ? extends T> status,
            Function<? super NotHandled, ? extends T> other) {
        return status.apply(this);
    }

    /** Without ids. */
    @Override
    public String toString() {
        return "DeliveryStatus[state=" + state + ", errors=" + errors + "]";
    }
}
