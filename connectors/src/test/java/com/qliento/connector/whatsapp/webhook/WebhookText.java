package com.qliento.connector.whatsapp.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes webhook bodies for tests. Single quotes stand for double ones. */
final class WebhookText {
    private WebhookText() {}

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** A body with one change of the field messages for the number 106. */
    static String value(String parts) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'419','changes':[{'field':'messages','value':{"
                + "'messaging_product':'whatsapp','metadata':{'display_phone_number':'15550783881','phone_number_id':'106'},"
                + parts + "}}]}]}";
    }

    static String message(String content) {
        return value("'messages':[{'from':'16505551234','id':'wamid.1','timestamp':'1749416383'," + content + "}]");
    }

    static String status(String rest) {
        return value("'statuses':[{'id':'wamid.9','timestamp':'1749416383'," + rest + "}]");
    }

    static List<Update> parse(String json) {
        try {
            return WebhookBody.parse(bytes(json));
        } catch (MalformedWebhook e) {
            throw new AssertionError(e);
        }
    }

    static Update one(String json) {
        List<Update> updates = parse(json);
        if (updates.size() != 1) {
            throw new AssertionError("expected one update, not " + updates);
        }
        return updates.get(0);
    }

    static InboundMessage inbound(String json) {
        return (InboundMessage) one(json);
    }

    static InboundContent content(String content) {
        return inbound(message(content)).content();
    }

    static DeliveryStatus delivery(String rest) {
        return (DeliveryStatus) one(status(rest));
    }

    static NotHandled.Reason reason(String json) {
        return ((NotHandled) one(json)).reason();
    }
}
