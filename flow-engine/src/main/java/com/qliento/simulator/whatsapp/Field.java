package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One place in a request's content, with the path that a refusal names. Every check refuses with a {@link GraphRefusal}. */
record Field(String path, JsonNode node) {

    /** The field of this name; refused when it is missing. */
    Field required(String name) {
        return optional(name).orElseThrow(() -> GraphRefusal.missing(pathOf(name)));
    }

    Optional<Field> optional(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(new Field(pathOf(name), child));
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Field object() {
        return must(node.isObject(), "must be an object");
    }

    /** Text that may be empty. */
    String anyText() {
        must(node.isTextual(), "must be a string");
        return node.asText();
    }

    /** Text of 1 to {@code max} characters, as the reader counts them. */
    String text(int max) {
        String text = anyText();
        must(!text.isBlank(), "must not be empty");
        must(text.codePointCount(0, text.length()) <= max, "must be at most " + max + " characters long");
        return text;
    }

    /** The text of a required child. */
    String text(String name, int max) {
        return required(name).text(max);
    }

    /** Checks the text of a child where there is one. */
    void optionalText(String name, int max) {
        optional(name).ifPresent(field -> field.text(max));
    }

    /** One of these words, in any letter case; given back in lower case. */
    String oneOf(Set<String> words) {
        String word = anyText().toLowerCase(Locale.ROOT);
        must(
                words.contains(word),
                "must be one of {" + String.join(", ", words.stream().sorted().toList()) + "}");
        return word;
    }

    List<Field> items(int min, int max) {
        must(node.isArray(), "must be an array");
        must(
                node.size() >= min && node.size() <= max,
                "must have " + min + " to " + max + " entries, but has " + node.size());
        var items = new ArrayList<Field>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Field(path + "[" + i + "]", node.get(i)).object());
        }
        return items;
    }

    /** A number, also when it is written as text, as Meta takes it. */
    void number(double min, double max) {
        try {
            double value = Double.parseDouble(node.asText());
            must(value >= min && value <= max, "must be between " + min + " and " + max);
        } catch (NumberFormatException notANumber) {
            throw GraphRefusal.value(path, "must be a number");
        }
    }

    void link() {
        String link = text(2_048);
        must(link.startsWith("https://") || link.startsWith("http://"), "must be an http or https URL");
    }

    Field must(boolean holds, String rule) {
        if (!holds) {
            throw GraphRefusal.value(path, rule);
        }
        return this;
    }

    /** Refuses a text that occurs twice among these. */
    static void unique(List<Field> fields) {
        var seen = new HashSet<String>();
        for (Field field : fields) {
            field.must(seen.add(field.node().asText()), "must be unique");
        }
    }

    @Override
    public String toString() {
        return "Field[" + path + "]";
    }
}
