package com.qliento.inbound;

import com.qliento.connector.whatsapp.DeliveryState;
import com.qliento.connector.whatsapp.DeliveryStatus;
import com.qliento.connector.whatsapp.InboundContent;
import com.qliento.connector.whatsapp.InboundMessage;
import com.qliento.connector.whatsapp.Update;
import com.qliento.contact.Identities;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An update as the inbox needs it.
 *
 * @param sender who it is from; null for what concerns nobody
 * @param messageId WhatsApp's id of a message; null when there is none
 * @param notHandled why nothing will be done about it; null when it waits to be handled
 * @param status a delivery status to apply; all else is null then
 */
record UpdateParts(
        Update update,
        @Nullable Identities sender,
        @Nullable String messageId,
        @Nullable Instant written,
        String kind,
        @Nullable String notHandled,
        @Nullable DeliveryStatus status) {

    private static final String NO_CONTENT = "WhatsApp passes on nothing of what it says";
    private static final String NOT_CONNECTED = "about a number that is not connected here";

    /** The parts of an update; of one that is not ours only that it came. */
    static UpdateParts of(Update update, boolean ours) {
        return ours ? of(update) : new UpdateParts(update, null, null, null, update.field(), NOT_CONNECTED, null);
    }

    private static UpdateParts of(Update update) {
        return update.match(
                UpdateParts::ofMessage,
                UpdateParts::ofStatus,
                other -> new UpdateParts(
                        other, null, null, null, other.field(), other.reason().words(), null));
    }

    private static UpdateParts ofMessage(InboundMessage message) {
        var from = message.sender();
        var sender = new Identities(from.phone(), from.userId(), from.parentUserId(), from.profileName());
        var notHandled = message.content().isAnswer()
                ? null
                : message.content() instanceof InboundContent.Unsupported ? NO_CONTENT : "asks for no answer";
        return new UpdateParts(
                message, sender, message.messageId(), message.timestamp(), message.type(), notHandled, null);
    }

    private static UpdateParts ofStatus(DeliveryStatus status) {
        return status.state() == DeliveryState.WARNING
                ? new UpdateParts(
                        status, null, null, status.timestamp(), "warning", "says nothing about delivery", null)
                : new UpdateParts(status, null, status.messageId(), status.timestamp(), "status", null, status);
    }

    Identities requiredSender() {
        return Objects.requireNonNull(sender);
    }

    @Override
    public String toString() {
        return "UpdateParts[" + kind + "]";
    }
}
