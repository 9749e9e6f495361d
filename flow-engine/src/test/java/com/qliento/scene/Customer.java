package com.qliento.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** A customer's phone: taps what was offered, and sends what is no text. */
public final class Customer {

    private final Scene scene;
    private final String phone;

    public Customer(Scene scene, String phone) {
        this.scene = scene;
        this.phone = phone;
    }

    /** The id under which the message at this place, counted from 0, offers this title. */
    public String idOf(int message, String title) {
        var action = scene.sink().to(phone).get(message).at("/interactive/action");
        for (JsonNode button : action.path("buttons")) {
            if (button.at("/reply/title").asText().equals(title)) {
                return button.at("/reply/id").asText();
            }
        }
        for (JsonNode section : action.path("sections")) {
            for (JsonNode row : section.path("rows")) {
                if (row.path("title").asText().equals(title)) {
                    return row.path("id").asText();
                }
            }
        }
        return Assertions.fail("nothing is called " + title);
    }

    /** Taps what the message at this place offers under this title. */
    public void taps(int message, String title) {
        tapsId(idOf(message, title), title, null);
    }

    /** Taps something of this id that is called so, in the message of this id of WhatsApp's; null where it says none. */
    public void tapsId(String id, String title, @Nullable String offeredBy) {
        var message = empty("interactive");
        if (offeredBy != null) {
            message.putObject("context").put("id", offeredBy);
        }
        var reply = message.putObject("interactive").put("type", "button_reply").putObject("button_reply");
        reply.put("id", id).put("title", title);
        posts(message);
    }

    /** Taps a quick reply of a template. */
    public void tapsQuickReply(String payload, String text) {
        var message = empty("button");
        message.putObject("button").put("payload", payload).put("text", text);
        message.putObject("context").put("id", "wamid.of-a-template");
        posts(message);
    }

    /** A message of this type without its part, to be completed. */
    public ObjectNode empty(String type) {
        var message = Webhooks.message(scene.clock().instant(), phone, "wamid." + UUID.randomUUID(), "");
        message.remove("text");
        message.put("type", type);
        return message;
    }

    /** Sends it; fails unless the webhook is answered 200. */
    public void posts(ObjectNode message) {
        Assertions.assertEquals(200, scene.post(Webhooks.body(List.of(message))));
    }
}
