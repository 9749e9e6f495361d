package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.webhook.WebhookListener;
import com.qliento.simulator.webhook.WebhookPoster;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way from a phone to the business: what a customer writes becomes a signed webhook. */
@OnlyInDemo
@Component
public final class Uplink {

    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

    private final MediaShelf shelf;
    private final WebhookPoster poster;
    private final WebhookBodies bodies;

    Uplink(MediaShelf shelf, WebhookPoster poster, WebhookBodies bodies) {
        this.shelf = shelf;
        this.poster = poster;
        this.bodies = bodies;
    }

    /** An id for a message to be sent. */
    public String newId() {
        return SimulatedIds.message();
    }

    /** The content as Meta passes it on: with type and hash of media, where the file was uploaded here. */
    public JsonNode completed(String type, JsonNode given) {
        if (!MEDIA.contains(type)) {
            return given;
        }
        return shelf.find(given.path("id").asText())
                .<JsonNode>map(media -> {
                    ObjectNode facts = JsonNodeFactory.instance.objectNode();
                    facts.put("mime_type", media.mimeType()).put("sha256", media.sha256());
                    given.properties().forEach(field -> facts.set(field.getKey(), field.getValue()));
                    return facts;
                })
                .orElse(given);
    }

    /**
     * Queues the webhook; messages of one person to one number keep their order. False, and nothing happens, while too
     * many webhooks wait for their receiver.
     */
    public boolean send(SimulatedNumber number, Customer customer, WrittenMessage message, WebhookListener fate) {
        String lane = number.phoneNumberId() + '/' + customer.phone();
        byte[] body = bodies.message(number, customer, message);
        return poster.post(new WebhookPoster.Webhook(lane, number.appSecret(), body, fate));
    }
}
