package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.simulator.OnlyInDemo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The approved templates of the simulated account: a few of its own and what is created by API. In memory. */
@OnlyInDemo
@Component
final class Templates {

    /** A template as the Graph API lists it. */
    record Template(String name, String language, String category, String status, String id, List<Part> components) {}

    /** One component: HEADER, BODY, FOOTER or BUTTONS. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String type,
            @Nullable String format,
            @Nullable String text,
            @Nullable JsonNode buttons) {

        @Override
        public String toString() {
            return "Part[" + type + "]";
        }
    }

    private static final int MOST = 250;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*[a-z0-9_]+\\s*}}");

    private final Map<String, Template> templates = new LinkedHashMap<>();

    Templates() {
        add("hello_world", "en_US", "UTILITY", List.of(header("Hello World"), body("Welcome and congratulations!")));
        for (Map.Entry<String, String> text : ORDER_UPDATE.entrySet()) {
            add("order_update", text.getKey(), "UTILITY", List.of(body(text.getValue())));
        }
        add(
                "we_miss_you",
                "en_US",
                "MARKETING",
                List.of(
                        body("Hi {{1}}, it has been a while. Write *menu* to see what is new."),
                        footer("Reply STOP to opt out")));
    }

    private static final Map<String, String> ORDER_UPDATE = Map.of(
            "en_US", "Hello {{1}}, your order {{2}} is on its way.",
            "es", "Hola {{1}}, tu pedido {{2}} está en camino.",
            "pt_BR", "Olá {{1}}, seu pedido {{2}} está a caminho.");

    private static Part header(String text) {
        return new Part("HEADER", "TEXT", text, null);
    }

    private static Part body(String text) {
        return new Part("BODY", null, text, null);
    }

    private static Part footer(String text) {
        return new Part("FOOTER", null, text, null);
    }

    synchronized List<Template> all() {
        return new ArrayList<>(templates.values());
    }

    /** Adds a template, approved at once. Refuses the 251st, as Meta does for an unverified business. */
    synchronized Template add(String name, String language, String category, List<Part> components) {
        if (templates.size() >= MOST) {
            throw GraphRefusal.invalid("The account has reached its limit of 250 templates.");
        }
        var template =
                new Template(name, language, category, "APPROVED", SimulatedIds.object(), List.copyOf(components));
        templates.put(key(name, language), template);
        return template;
    }

    synchronized Optional<Template> find(String name, String language) {
        return Optional.ofNullable(templates.get(key(name, language)));
    }

    private static String key(String name, String language) {
        return name + '/' + language;
    }

    /** Checks a template message: it exists in the language, and the body gets as many values as it has variables. */
    void check(Field message) {
        String name = message.object().text("name", 512);
        String language = message.required("language").object().text("code", 32);
        Template template = find(name, language)
                .orElseThrow(() -> GraphRefusal.of(132001, "The template does not exist in this language."));
        int given = message.optional("components").stream()
                .flatMap(components -> components.items(0, 20).stream())
                .filter(part -> part.required("type").anyText().equalsIgnoreCase("body"))
                .mapToInt(part -> part.node().path("parameters").size())
                .sum();
        int wanted = variables(template);
        if (given != wanted) {
            throw GraphRefusal.of(
                    132000,
                    "body: number of localizable_params (" + given + ") does not match the expected number of params ("
                            + wanted + ")");
        }
    }

    /** The text of the template's body with its values in, for the phone. */
    String shown(JsonNode message) {
        String body = find(
                        message.path("name").asText(),
                        message.path("language").path("code").asText())
                .map(Templates::bodyOf)
                .orElse("");
        for (JsonNode part : message.path("components")) {
            if (part.path("type").asText().toLowerCase(Locale.ROOT).equals("body")) {
                for (JsonNode parameter : part.path("parameters")) {
                    body = VARIABLE.matcher(body).replaceFirst(Matcher.quoteReplacement(value(parameter)));
                }
            }
        }
        return body;
    }

    private static String value(JsonNode parameter) {
        JsonNode typed = parameter.path(parameter.path("type").asText());
        return typed.isTextual() ? typed.asText() : typed.path("fallback_value").asText();
    }

    private static int variables(Template template) {
        return (int) VARIABLE.matcher(bodyOf(template)).results().count();
    }

    private static String bodyOf(Template template) {
        return template.components().stream()
                .filter(part -> part.type().equalsIgnoreCase("BODY"))
                .map(part -> part.text() == null ? "" : part.text())
                .findFirst()
                .orElse("");
    }
}
