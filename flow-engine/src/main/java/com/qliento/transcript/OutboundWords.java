package com.qliento.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.outbox.SaidText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person reads of a message that went out, from the body of its call. */
record OutboundWords(JsonNode message) {

    String type() {
        return message.path("type").asText();
    }

    /** The text, the question, or what stands under a file; empty when there is none. */
    String text() {
        return SaidText.of(message);
    }

    @Nullable
    String header() {
        return words(message.at("/interactive/header/text"));
    }

    @Nullable
    String footer() {
        return words(message.at("/interactive/footer/text"));
    }

    /** The titles of its buttons or rows. */
    List<String> offers() {
        var offers = new ArrayList<String>();
        var action = message.at("/interactive/action");
        action.path("buttons")
                .forEach(button -> offers.add(button.at("/reply/title").asText()));
        action.path("sections").forEach(section -> section.path("rows")
                .forEach(row -> offers.add(row.path("title").asText())));
        return offers;
    }

    /** The list it offers; null when it offers none. */
    @Nullable
    MessageMenu menu() {
        var action = message.at("/interactive/action");
        if (!action.has("sections")) {
            return null;
        }
        var parts = new ArrayList<MessageMenu.Part>();
        for (var section : action.path("sections")) {
            var rows = new ArrayList<MessageMenu.Offer>();
            section.path("rows")
                    .forEach(row -> rows.add(
                            new MessageMenu.Offer(row.path("title").asText(), words(row.path("description")))));
            parts.add(new MessageMenu.Part(words(section.path("title")), rows));
        }
        return new MessageMenu(action.path("button").asText(), parts);
    }

    private static @Nullable String words(JsonNode text) {
        return text.asText().isEmpty() ? null : text.asText();
    }

    @Override
    public String toString() {
        return "OutboundWords";
    }
}
