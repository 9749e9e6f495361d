package com.qliento.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a person sees of a message's content as the Graph API takes it. */
final class Shown {

    private Shown() {}

    /** Text, caption, name of the file (or {@code [file]} for what has neither), header, footer, buttons and rows. */
    static List<String> of(JsonNode content) {
        var texts = new ArrayList<String>();
        var body = content.path("body");
        texts.add(body.isTextual() ? body.asText() : body.path("text").asText());
        texts.add(content.has("id") || content.has("link") ? "[file]" : "");
        texts.add(content.path("caption").asText());
        texts.add(content.path("filename").asText());
        texts.add(content.at("/header/text").asText());
        texts.add(content.at("/footer/text").asText());
        for (var choice : choices(content)) {
            texts.add(choice.path("title").asText());
            texts.add(choice.path("description").asText());
        }
        return texts;
    }

    /** Buttons and rows, each with its id and title. */
    static List<JsonNode> choices(JsonNode content) {
        var choices = new ArrayList<JsonNode>();
        content.at("/action/buttons").forEach(button -> choices.add(button.path("reply")));
        content.at("/action/sections").forEach(section -> section.path("rows").forEach(choices::add));
        return choices;
    }
}
