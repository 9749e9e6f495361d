package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.simulator.OnlyInDemo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Webhook bodies in Meta's shape. */
@OnlyInDemo
@Component
final class WebhookBodies {

    private final ObjectMapper json;

    WebhookBodies(ObjectMapper json) {
        this.json = json;
    }

    /** A customer's message. */
    byte[] message(SimulatedNumber number, Customer customer, WrittenMessage message) {
        ObjectNode value = value(number);
        contact(value, customer);
        ObjectNode node = value.putArray("messages").addObject();
        if (message.replyTo() != null) {
            node.putObject("context").put("from", number.displayNumber()).put("id", message.replyTo());
        }
        if (!customer.numberHidden()) {
            node.put("from", customer.phone());
        }
        if (customer.userId() != null) {
            node.put("from_user_id", customer.userId());
        }
        node.put("id", message.id());
        node.put("timestamp", seconds(message.at()));
        node.put("type", message.type());
        node.set(message.type(), message.content());
        return bytes(number, value);
    }

    /** One status of a message of the business. */
    byte[] status(SimulatedNumber number, Customer customer, Instant at, StatusOf message, String status) {
        ObjectNode value = value(number);
        ObjectNode node = value.putArray("statuses").addObject();
        node.put("id", message.id()).put("status", status).put("timestamp", seconds(at));
        if (!customer.numberHidden()) {
            node.put("recipient_id", customer.phone());
        }
        if (customer.userId() != null) {
            node.put("recipient_user_id", customer.userId());
        }
        if (message.callbackData() != null) {
            node.put("biz_opaque_callback_data", message.callbackData());
        }
        if (!status.equals("read")) {
            node.putObject("pricing")
                    .put("billable", message.template())
                    .put("pricing_model", "PMP")
                    .put("type", message.template() ? "regular" : "free_customer_service")
                    .put("category", message.category());
        }
        return bytes(number, value);
    }

    /** What a status says about its message. */
    record StatusOf(String id, @Nullable String callbackData, boolean template, String category) {

        @Override
        public String toString() {
            return "StatusOf[" + category + "]";
        }
    }

    private static ObjectNode value(SimulatedNumber number) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.displayNumber())
                .put("phone_number_id", number.phoneNumberId());
        return value;
    }

    private static void contact(ObjectNode value, Customer customer) {
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", customer.name() == null ? "" : customer.name());
        if (!customer.numberHidden()) {
            contact.put("wa_id", customer.phone());
        }
        if (customer.userId() != null) {
            contact.put("user_id", customer.userId());
        }
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private byte[] bytes(SimulatedNumber number, ObjectNode value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject();
        entry.put("id", number.accountId());
        ObjectNode change = entry.putArray("changes").addObject();
        change.set("value", value);
        change.put("field", "messages");
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of JSON can always be written", impossible);
        }
    }
}
