package com.qliento.inbound;

import com.qliento.connector.whatsapp.webhook.DeliveryState;
import com.qliento.connector.whatsapp.webhook.DeliveryStatus;
import com.qliento.connector.whatsapp.webhook.InboundContent;
import com.qliento.connector.whatsapp.webhook.InboundContent.SystemNote;
import com.qliento.connector.whatsapp.webhook.InboundMessage;
import com.qliento.connector.whatsapp.webhook.NotHandled;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.contact.Identities;
import com.qliento.contact.Move;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An update as the inbox needs it.
 *
 * @param sender who it is from; null for what nobody wrote
 * @param named whom it is about where nobody wrote it: somebody who is known, or it is not kept; null when nobody can tell
 * @param ofAccount whether it is about the account, and no person
 * @param messageId WhatsApp's id of a message; null when there is none
 * @param notHandled why nothing will be done about it; null when it waits to be handled
 * @param status a delivery status to apply; all else is null then
 */
record UpdateParts(
        Update update,
        @Nullable Identities sender,
        @Nullable Identities named,
        boolean ofAccount,
        @Nullable String messageId,
        @Nullable Instant written,
        String kind,
        @Nullable String notHandled,
        @Nullable DeliveryStatus status) {

    private static final String NO_CONTENT = "WhatsApp passes on nothing of what it says";

    /** Meta's words for a change of number or id; the last is from before v12. */
    private static final Set<String> MOVES =
            Set.of("user_changed_number", "user_changed_user_id", "customer_changed_number");

    private static final String NOT_CONNECTED = "about a number that is not connected here";

    /** The parts of an update; of one that is not ours only that it came. */
    static UpdateParts of(Update update, boolean ours) {
        return ours
                ? of(update)
                : new UpdateParts(update, null, null, false, null, null, update.field(), NOT_CONNECTED, null);
    }

    private static UpdateParts of(Update update) {
        return update.match(UpdateParts::ofMessage, UpdateParts::ofStatus, UpdateParts::ofOther);
    }

    private static UpdateParts ofOther(NotHandled other) {
        var about = other.about();
        var person = about.person();
        var named =
                person == null ? null : new Identities(person.phone(), person.userId(), person.parentUserId(), null);
        return new UpdateParts(
                other,
                null,
                named,
                about.nobody(),
                null,
                null,
                other.field(),
                other.reason().words(),
                null);
    }

    private static UpdateParts ofMessage(InboundMessage message) {
        var from = message.sender();
        var move = move(message);
        var sender = new Identities(
                from.phone(), from.userId(), from.parentUserId(), from.profileName(), move, message.timestamp());
        var notHandled = message.content().isAnswer() ? null : notHandled(message, move);
        return new UpdateParts(
                message,
                sender,
                null,
                false,
                message.messageId(),
                message.timestamp(),
                message.type(),
                notHandled,
                null);
    }

    private static String notHandled(InboundMessage message, @Nullable Move move) {
        if (move != null) {
            return "says that the customer has another number or user id now";
        }
        return message.content() instanceof InboundContent.Unsupported ? NO_CONTENT : "asks for no answer";
    }

    /** What a system note says about who the sender is from now on; null when it says nothing of that. */
    private static @Nullable Move move(InboundMessage message) {
        return message.content() instanceof SystemNote note
                        && MOVES.contains(note.kind())
                        && (note.newWaId() != null || note.newUserId() != null || note.newParentUserId() != null)
                ? new Move(
                        note.newWaId(),
                        note.newUserId(),
                        note.newParentUserId(),
                        Objects.requireNonNullElse(message.timestamp(), Instant.MAX))
                : null;
    }

    private static UpdateParts ofStatus(DeliveryStatus status) {
        if (status.state() != DeliveryState.WARNING) {
            return new UpdateParts(
                    status, null, null, false, status.messageId(), status.timestamp(), "status", null, status);
        }
        var to = new Identities(status.recipientId(), status.recipientUserId(), status.recipientParentUserId(), null);
        return new UpdateParts(
                status,
                null,
                to.anybody() ? to : null,
                false,
                null,
                status.timestamp(),
                "warning",
                "says nothing about delivery",
                null);
    }

    Identities requiredSender() {
        return Objects.requireNonNull(sender);
    }

    @Override
    public String toString() {
        return "UpdateParts[" + kind + "]";
    }
}
