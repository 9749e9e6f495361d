package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.connector.whatsapp.webhook.InboundContent.Card;
import com.qliento.connector.whatsapp.webhook.InboundContent.Choice;
import com.qliento.connector.whatsapp.webhook.InboundContent.Item;
import com.qliento.connector.whatsapp.webhook.InboundContent.Medium;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the part of a message that its type names. Null means that the part is not what the type promises. */
final class ContentReader {
    private static final List<String> KNOWN = List.of(
            "text",
            "button",
            "interactive",
            "image",
            "video",
            "audio",
            "voice",
            "document",
            "sticker",
            "location",
            "contacts",
            "reaction",
            "order",
            "system",
            "edit",
            "revoke");

    private ContentReader() {}

    /** Meta's word for the type; where it is missing, the name of the part that is there. */
    static String typeOf(JsonNode message) {
        String type = Lenient.id(message, "type");
        if (type != null) {
            return type;
        }
        return KNOWN.stream()
                .filter(known -> message.path(known).isContainerNode())
                .findFirst()
                .orElse("unknown");
    }

    static @Nullable InboundContent read(String type, JsonNode message) {
        InboundContent content = partOf(type, message.path(type), message);
        List<ReportedError> errors = content == null ? ReportedError.allOf(message) : List.of();
        // Media that Meta could not fetch come as their type with errors in place of the file.
        return errors.isEmpty() ? content : new InboundContent.Unsupported(errors);
    }

    private static @Nullable InboundContent partOf(String type, JsonNode part, JsonNode message) {
        return switch (type) {
            case "text" -> text(part);
            case "button" -> choice(Lenient.words(part, "payload"), Lenient.words(part, "text"), null);
            case "interactive" -> interactive(part, message);
            case "image", "video", "audio", "document", "sticker" ->
                media(Medium.valueOf(type.toUpperCase(Locale.ROOT)), part);
            case "voice" -> media(Medium.AUDIO, part);
            case "location" -> location(part);
            case "contacts" -> contacts(part);
            case "reaction" -> reaction(part);
            case "order" -> order(part);
            case "system" -> system(part);
            case "edit" -> edit(part);
            case "revoke" -> revoke(part);
            default -> new InboundContent.Unsupported(ReportedError.allOf(message));
        };
    }

    private static @Nullable InboundContent text(JsonNode part) {
        String body = Lenient.text(part, "body");
        return body == null ? null : new InboundContent.Text(body);
    }

    private static @Nullable InboundContent interactive(JsonNode part, JsonNode message) {
        for (String kind : List.of("button_reply", "list_reply")) {
            JsonNode reply = part.path(kind);
            if (reply.isObject()) {
                return choice(
                        Lenient.words(reply, "id"), Lenient.words(reply, "title"), Lenient.words(reply, "description"));
            }
        }
        if (part.path("nfm_reply").isObject()) {
            return formReply(part.path("nfm_reply"));
        }
        return part.isObject() ? new InboundContent.Unsupported(ReportedError.allOf(message)) : null;
    }

    private static @Nullable Choice choice(@Nullable String id, @Nullable String title, @Nullable String description) {
        String known = id == null ? title : id;
        return known == null ? null : new Choice(known, title == null ? known : title, description);
    }

    private static @Nullable InboundContent formReply(JsonNode reply) {
        JsonNode response = reply.path("response_json");
        String json = response.isContainerNode()
                ? new String(WebhookJson.write(response), StandardCharsets.UTF_8)
                : Lenient.words(reply, "response_json");
        return json == null ? null : new InboundContent.FormReply(Lenient.words(reply, "name"), json);
    }

    private static @Nullable InboundContent media(Medium kind, JsonNode part) {
        String id = Lenient.id(part, "id");
        return id == null
                ? null
                : new InboundContent.Media(
                        kind,
                        id,
                        Lenient.words(part, "mime_type"),
                        Lenient.words(part, "sha256"),
                        Lenient.words(part, "caption"),
                        Lenient.words(part, "filename"),
                        Lenient.flag(part, "voice"),
                        Lenient.flag(part, "animated"));
    }

    private static @Nullable InboundContent location(JsonNode part) {
        BigDecimal latitude = Lenient.number(part, "latitude");
        BigDecimal longitude = Lenient.number(part, "longitude");
        if (latitude == null || longitude == null || !within(latitude, 90) || !within(longitude, 180)) {
            return null;
        }
        return new InboundContent.Location(
                latitude.doubleValue(),
                longitude.doubleValue(),
                Lenient.words(part, "name"),
                Lenient.words(part, "address"),
                Lenient.words(part, "url"));
    }

    private static boolean within(BigDecimal degrees, int limit) {
        return degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0;
    }

    private static @Nullable InboundContent contacts(JsonNode part) {
        List<Card> cards =
                Lenient.objects(part).stream().map(ContentReader::card).toList();
        return cards.isEmpty() ? null : new InboundContent.Contacts(cards);
    }

    private static Card card(JsonNode card) {
        List<InboundContent.Phone> phones = Lenient.objects(card.path("phones")).stream()
                .map(phone -> new InboundContent.Phone(Lenient.words(phone, "phone"), Lenient.id(phone, "wa_id")))
                .toList();
        return new Card(Lenient.words(card.path("name"), "formatted_name"), phones, Lenient.id(card, "origin"));
    }

    private static @Nullable InboundContent reaction(JsonNode part) {
        String messageId = Lenient.id(part, "message_id");
        return messageId == null ? null : new InboundContent.Reaction(messageId, Lenient.words(part, "emoji"));
    }

    private static @Nullable InboundContent order(JsonNode part) {
        if (!part.isObject()) {
            return null;
        }
        List<Item> items = Lenient.objects(part.path("product_items")).stream()
                .map(item -> new Item(
                        Lenient.words(item, "product_retailer_id"),
                        Lenient.integer(item, "quantity"),
                        Lenient.number(item, "item_price"),
                        Lenient.words(item, "currency")))
                .toList();
        return new InboundContent.Order(Lenient.words(part, "catalog_id"), Lenient.words(part, "text"), items);
    }

    private static @Nullable InboundContent system(JsonNode part) {
        if (!part.isObject()) {
            return null;
        }
        String kind = Lenient.id(part, "type");
        // Before v12 the new number stood in new_wa_id.
        String newWaId = Lenient.id(part, "new_wa_id");
        return new InboundContent.SystemNote(
                kind == null ? "unknown" : kind,
                Lenient.words(part, "body"),
                newWaId == null ? Lenient.id(part, "wa_id") : newWaId,
                Lenient.id(part, "user_id"),
                Lenient.id(part, "parent_user_id"));
    }

    private static @Nullable InboundContent edit(JsonNode part) {
        String original = Lenient.id(part, "original_message_id");
        JsonNode message = part.path("message");
        InboundContent content = message.isObject() ? read(typeOf(message), message) : null;
        return original == null || content == null ? null : new InboundContent.Edit(original, content);
    }

    private static @Nullable InboundContent revoke(JsonNode part) {
        String original = Lenient.id(part, "original_message_id");
        return original == null ? null : new InboundContent.Revoke(original);
    }
}
