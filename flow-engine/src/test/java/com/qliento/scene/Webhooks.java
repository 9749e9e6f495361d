package com.qliento.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Webhook bodies as Meta sends them, for the demo's number. */
public final class Webhooks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER_ID = "106540352242922";

    private Webhooks() {}

    /** One text message. */
    public static String text(Instant at, String phone, String messageId, String text) {
        return body(List.of(message(at, phone, messageId, text)));
    }

    /** A message object, to be changed by a test and put into {@link #body}. */
    public static ObjectNode message(Instant at, String phone, String messageId, String text) {
        var message = JSON.createObjectNode();
        message.put("from", phone);
        message.put("id", messageId);
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        message.put("type", "text");
        message.putObject("text").put("body", text);
        return message;
    }

    /** What WhatsApp says of somebody who has another number from now on; a message object, as {@link #message}. */
    public static ObjectNode changedNumber(Instant at, String from, String to) {
        var message = message(at, from, "wamid." + UUID.randomUUID(), "").put("type", "system");
        message.remove("text");
        message.putObject("system")
                .put("body", "User A changed from " + from + " to " + to)
                .put("wa_id", to)
                .put("type", "user_changed_number");
        return message;
    }

    /** A body with these messages, each with the contact it is from. */
    public static String body(List<ObjectNode> messages) {
        var value = value();
        var contacts = value.putArray("contacts");
        var list = value.putArray("messages");
        for (var message : messages) {
            var contact = contacts.addObject();
            contact.put("wa_id", message.path("from").asText());
            contact.putObject("profile").put("name", "Customer");
            list.add(message);
        }
        return wrapped(value);
    }

    /** A body with one delivery status. */
    public static String status(Instant at, String messageId, String status, String callbackData) {
        return status(at, messageId, status, callbackData, 0);
    }

    /** The same with an error code, as a failed message has it. */
    public static String status(Instant at, String messageId, String status, String callbackData, int code) {
        var value = value();
        var one = value.putArray("statuses").addObject();
        if (code != 0) {
            one.putArray("errors").addObject().put("code", code).put("title", "Meta's own words");
        }
        one.put("id", messageId);
        one.put("status", status);
        one.put("timestamp", Long.toString(at.getEpochSecond()));
        one.put("recipient_id", "34600000000");
        if (!callbackData.isEmpty()) {
            one.put("biz_opaque_callback_data", callbackData);
        }
        return wrapped(value);
    }

    private static ObjectNode value() {
        var value = JSON.createObjectNode();
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "15550783881").put("phone_number_id", NUMBER_ID);
        return value;
    }

    private static String wrapped(ObjectNode value) {
        var body = JSON.createObjectNode();
        body.put("object", "whatsapp_business_account");
        var change = body.putArray("entry")
                .addObject()
                .put("id", "1")
                .putArray("changes")
                .addObject();
        change.put("field", "messages");
        change.set("value", value);
        return body.toString();
    }
}
