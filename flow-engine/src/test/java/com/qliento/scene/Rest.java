package com.qliento.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qliento.channel.Channels;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the REST interface tells the demo organisation. */
public record Rest(Scene scene) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The conversation with this number; missing when there is none. */
    public JsonNode conversationOf(String phone) {
        var id = contact(phone);
        return id.isEmpty()
                ? MissingNode.getInstance()
                : get("/api/v1/conversations?contact=" + id).path("items").path(0);
    }

    /** Messages from and to this number, newest first. */
    public List<JsonNode> messagesOf(String phone) {
        var id = contact(phone);
        return id.isEmpty()
                ? List.of()
                : StreamSupport.stream(
                                get("/api/v1/messages?contact=" + id)
                                        .path("items")
                                        .spliterator(),
                                false)
                        .toList();
    }

    /** Id of the contact with this number; empty when there is none. */
    public String contact(String phone) {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.bean(Contacts.class)
                .withPhone(channel, phone)
                .map(contact -> contact.value().toString())
                .orElse(""));
    }

    /** What is answered to a question of this path. */
    public JsonNode get(String path) {
        try {
            return JSON.readTree(scene.call("GET", path, "").body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
