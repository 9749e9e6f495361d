package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.simulator.OnlyInDemo;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The business has read a customer's message and may be typing an answer. Unknown message ids are taken: they may be older. */
@OnlyInDemo
@Component
final class ReadReceipts {

    /** How long Meta shows that the business types. */
    private static final long TYPING_SECONDS = 25;

    private final Phones phones;

    ReadReceipts(Phones phones) {
        this.phones = phones;
    }

    /** Throws {@link GraphRefusal} when a field is missing or wrong. */
    void take(SimulatedNumber number, JsonNode body) {
        MessageCheck.product(body);
        var root = new Field("", body);
        root.required("status").oneOf(Set.of("read"));
        String messageId = root.optional("message_id")
                .orElseThrow(() -> GraphRefusal.required("message_id"))
                .text(512);
        boolean typing = root.optional("typing_indicator")
                .map(indicator -> indicator.object().required("type").oneOf(Set.of("text")))
                .isPresent();
        phones.read(messageId);
        if (typing) {
            phones.typing(messageId, number.phoneNumberId(), TYPING_SECONDS);
        }
    }
}
