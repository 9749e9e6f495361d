package com.qliento.connector.whatsapp.webhook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an inbound message says. No {@code toString} of these shows content. */
public sealed interface InboundContent {

    /** What a chatbot flow reads as text: the words typed, the title chosen, the caption; empty if there are none. */
    default String asText() {
        return "";
    }

    /** What a flow reads as a choice: the id of the button or row; null if it is no choice. */
    default @Nullable String choiceId() {
        return null;
    }

    /** Whether the customer says something to us now. Not so for reactions, edits, revocations and what WhatsApp itself reports. */
    default boolean isAnswer() {
        return true;
    }

    /** Typed text, up to 4096 characters. */
    record Text(String body) implements InboundContent {
        @Override
        public String asText() {
            return body;
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * A tapped reply button, list row or quick reply of a template.
     *
     * @param id the id we gave the button; for a template its payload
     * @param title the label the customer saw
     */
    record Choice(String id, String title, @Nullable String description) implements InboundContent {
        @Override
        public String asText() {
            return title;
        }

        @Override
        public String choiceId() {
            return id;
        }

        @Override
        public String toString() {
            return "Choice";
        }
    }

    /**
     * A completed WhatsApp Flow.
     *
     * @param name Meta's name of the reply, {@code flow}
     * @param responseJson the answers, a JSON text as the flow made it; not checked
     */
    record FormReply(@Nullable String name, String responseJson) implements InboundContent {
        @Override
        public String toString() {
            return "FormReply";
        }
    }

    /** What a customer can attach; what we send has no stickers. */
    enum Medium {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT,
        STICKER
    }

    /**
     * A file. Its address must be asked for by id, within 7 days.
     *
     * @param sha256 in base 64
     * @param filename as the customer's device says: not a safe file name
     * @param voice recorded in the chat
     * @param animated an animated sticker
     */
    record Media(
            Medium kind,
            String mediaId,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable String caption,
            @Nullable String filename,
            boolean voice,
            boolean animated)
            implements InboundContent {
        @Override
        public String asText() {
            return caption == null ? "" : caption;
        }

        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /** A place, in degrees. Name and address only if the customer chose a known place. */
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address,
            @Nullable String url) implements InboundContent {
        @Override
        public String toString() {
            return "Location";
        }
    }

    /** Shared contact cards. */
    record Contacts(List<Card> cards) implements InboundContent {
        @Override
        public String toString() {
            return "Contacts[" + cards.size() + "]";
        }
    }

    /**
     * One contact card; the rest of it (addresses, e-mails, dates) is in the raw update.
     *
     * @param origin {@code contact_request} if it is the customer's own number, given on our request; anything else proves nothing
     */
    record Card(
            @Nullable String formattedName,
            List<Phone> phones,
            @Nullable String origin) {
        @Override
        public String toString() {
            return "Card";
        }
    }

    /** A number on a card; the WhatsApp id only if the number has one. */
    record Phone(@Nullable String number, @Nullable String waId) {
        @Override
        public String toString() {
            return "Phone";
        }
    }

    /** A reaction to a message; without emoji the earlier reaction was taken back. */
    record Reaction(String messageId, @Nullable String emoji) implements InboundContent {
        @Override
        public boolean isAnswer() {
            return false;
        }

        @Override
        public String toString() {
            return "Reaction";
        }
    }

    /** An order from the catalog. The text is what the customer typed along with it. */
    record Order(@Nullable String catalogId, @Nullable String text, List<Item> items) implements InboundContent {
        @Override
        public String asText() {
            return text == null ? "" : text;
        }

        @Override
        public String toString() {
            return "Order[" + items.size() + "]";
        }
    }

    /** One position of an order; price for one piece in the given currency. What could not be read is null. */
    record Item(
            @Nullable String productRetailerId,
            @Nullable Integer quantity,
            @Nullable BigDecimal itemPrice,
            @Nullable String currency) {
        @Override
        public String toString() {
            return "Item";
        }
    }

    /**
     * WhatsApp's own note about the customer. The message's sender is the identity from before the change.
     *
     * @param kind {@code user_changed_number}, {@code user_changed_user_id} or an older word
     * @param body Meta's sentence, with numbers in it
     * @param newWaId number after the change
     * @param newUserId business-scoped user id after the change
     */
    record SystemNote(
            String kind,
            @Nullable String body,
            @Nullable String newWaId,
            @Nullable String newUserId,
            @Nullable String newParentUserId)
            implements InboundContent {
        @Override
        public boolean isAnswer() {
            return false;
        }

        @Override
        public String toString() {
            return "SystemNote";
        }
    }

    /** A message changed afterwards; its text is the new one. */
    record Edit(String originalMessageId, InboundContent content) implements InboundContent {
        @Override
        public String asText() {
            return content.asText();
        }

        @Override
        public boolean isAnswer() {
            return false;
        }

        @Override
        public String toString() {
            return "Edit[" + content + "]";
        }
    }

    /** A message taken back. */
    record Revoke(String originalMessageId) implements InboundContent {
        @Override
        public boolean isAnswer() {
            return false;
        }

        @Override
        public String toString() {
            return "Revoke";
        }
    }

    /** Something the API does not pass on (polls, events, view-once media), or a type newer than this connector. */
    record Unsupported(List<ReportedError> errors) implements InboundContent {
        @Override
        public boolean isAnswer() {
            return false;
        }
    }
}
