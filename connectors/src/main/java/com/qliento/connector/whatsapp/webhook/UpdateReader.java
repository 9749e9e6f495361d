package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import org.jspecify.annotations.Nullable;

/** Reads one message or one status. */
final class UpdateReader {
    private UpdateReader() {}

    static Update message(JsonNode message, @Nullable JsonNode contact, Envelope envelope) {
        if (!message.isObject()) {
            return new NotHandled(envelope, Reason.UNEXPECTED_SHAPE);
        }
        if (message.hasNonNull("group_id")) {
            return new NotHandled(envelope, Reason.GROUP);
        }
        String id = Lenient.id(message, "id");
        if (id == null) {
            return new NotHandled(envelope, Reason.NO_MESSAGE_ID);
        }
        Sender sender = SenderReader.read(message, contact);
        if (!sender.isKnown()) {
            return new NotHandled(envelope, Reason.NO_SENDER);
        }
        String type = ContentReader.typeOf(message);
        InboundContent content = ContentReader.read(type, message);
        if (content == null) {
            return new NotHandled(envelope, Reason.UNREADABLE_CONTENT);
        }
        return new InboundMessage(
                envelope,
                id,
                sender,
                Lenient.instant(message, "timestamp"),
                type,
                Lenient.id(message.path("context"), "id"),
                content,
                ReportedError.allOf(message),
                referral(message.path("referral")));
    }

    static Update status(JsonNode status, Envelope envelope) {
        if (!status.isObject()) {
            return new NotHandled(envelope, Reason.UNEXPECTED_SHAPE);
        }
        if (isForGroup(status)) {
            return new NotHandled(envelope, Reason.GROUP);
        }
        String id = Lenient.id(status, "id");
        if (id == null) {
            return new NotHandled(envelope, Reason.NO_MESSAGE_ID);
        }
        // A payment may be "failed" too, while its message arrived.
        boolean payment = status.path("type").asText().equals("payment");
        DeliveryState state = DeliveryState.named(Lenient.id(status, "status"));
        return state == null || payment
                ? new NotHandled(envelope, Reason.OTHER_STATUS)
                : delivery(status, id, state, envelope);
    }

    private static DeliveryStatus delivery(JsonNode status, String id, DeliveryState state, Envelope envelope) {
        JsonNode conversation = status.path("conversation");
        String origin = Lenient.id(conversation.path("origin"), "type");
        String parent = Lenient.id(status, "recipient_parent_user_id");
        return new DeliveryStatus(
                envelope,
                id,
                state,
                Lenient.instant(status, "timestamp"),
                Lenient.words(status, "biz_opaque_callback_data"),
                Lenient.id(status, "recipient_id"),
                Lenient.id(status, "recipient_user_id"),
                // Meta's pages spell it both ways.
                parent == null ? Lenient.id(status, "parent_recipient_user_id") : parent,
                ReportedError.allOf(status),
                Lenient.id(status.path("pricing"), "category"),
                Lenient.id(status.path("pricing"), "type"),
                origin == null ? Lenient.id(conversation, "type") : origin);
    }

    private static boolean isForGroup(JsonNode status) {
        return status.hasNonNull("group_id")
                || status.path("recipient_type").asText().equals("group");
    }

    private static @Nullable Referral referral(JsonNode referral) {
        return referral.isObject()
                ? new Referral(
                        Lenient.id(referral, "source_type"),
                        Lenient.id(referral, "source_id"),
                        Lenient.words(referral, "ctwa_clid"))
                : null;
    }
}
