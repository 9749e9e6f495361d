package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an account's templates.
 *
 * @param after asks for the next page; null on the last
 */
public record TemplatePage(
        List<Template> templates, @Nullable String after) {

    /**
     * One template in one language. Texts that are absent in the answer are empty.
     *
     * @param components as Meta gives them, never null
     */
    public record Template(
            String id, String name, String language, String status, String category, JsonNode components) {

        @Override
        public String toString() {
            return "Template[" + name + " " + language + "]";
        }
    }

    public TemplatePage {
        templates = List.copyOf(templates);
    }

    static @Nullable TemplatePage read(JsonNode json) {
        if (!json.path("data").isArray()) {
            return null;
        }
        var templates = new ArrayList<Template>();
        for (JsonNode template : json.path("data")) {
            templates.add(new Template(
                    template.path("id").asText(),
                    template.path("name").asText(),
                    template.path("language").asText(),
                    template.path("status").asText(),
                    template.path("category").asText(),
                    template.path("components")));
        }
        JsonNode paging = json.path("paging");
        boolean last = paging.path("next").asText().isEmpty();
        return new TemplatePage(
                templates, last ? null : paging.path("cursors").path("after").textValue());
    }
}
