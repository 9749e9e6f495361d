package com.qliento.connector.whatsapp.webhook;

import java.util.function.Function;

/**
 * An update that is kept whole but not read. The reason holds no content and may be logged and counted.
 *
 * @param reason why it was not read
 */
public record NotHandled(Envelope envelope, Reason reason) implements Update {

    /** Why an update was not read. */
    public enum Reason {
        /** A field other than {@code messages}: account, template and quality notes, echoes of the phone app, history, calls, groups. */
        OTHER_FIELD("not a field that is read"),
        /** The body is about something else than a WhatsApp business account. */
        OTHER_OBJECT("not about a WhatsApp business account"),
        /** Written in a group, or about a message to a group. */
        GROUP("belongs to a group"),
        /** An error of the account that stood beside the messages and belongs to none of them. */
        ERROR_BESIDE_MESSAGES("an error that belongs to no message"),
        /** A contact that matches no message and no status of its body. */
        CONTACT_ALONE("a contact without a message"),
        /** Without an id it could not be told from its own repetition. */
        NO_MESSAGE_ID("no message id"),
        /** Neither a number nor a user id. */
        NO_SENDER("nobody to answer to"),
        /** The type is known, its content is not what the type promises. */
        UNREADABLE_CONTENT("content does not fit its type"),
        /** A status that is no {@link DeliveryState}, for example of a payment. */
        OTHER_STATUS("not a delivery status"),
        /** JSON, but not the shape of a webhook from here on. */
        UNEXPECTED_SHAPE("not the shape of a webhook");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason for people to read. */
        public String words() {
            return words;
        }
    }

    /** Whom it is about, as far as that can be told without reading it. */
    public About about() {
        return envelope.about();
    }

    @Override
    public <T> T match(
            Function<? super InboundMessage, ? extends T> message,
            Function<? super DeliveryStatus, ? extends T> status,
            Function<? super NotHandled, ? extends T> other) {
        return other.apply(this);
    }
}
