package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.whatsapp.Templates.Part;
import com.qliento.simulator.whatsapp.Templates.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Message templates of the simulated account: listed in pages, created and approved at once. */
@OnlyInDemo
@RestController
@RequestMapping({GraphMessages.ROOT, GraphMessages.VERSIONED})
final class GraphTemplates {

    private final Templates templates;
    private final SimulatedNumbers numbers;

    GraphTemplates(Templates templates, SimulatedNumbers numbers) {
        this.templates = templates;
        this.numbers = numbers;
    }

    @GetMapping("/{account}/message_templates")
    Map<String, Object> list(
            @PathVariable String account,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String name) {
        known(account, "GET");
        List<Template> matching = templates.all().stream()
                .filter(template -> name == null || template.name().contains(name))
                .toList();
        int from = Math.min(position(after), matching.size());
        int to = Math.min(from + Math.max(1, Math.min(limit, 1_000)), matching.size());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("data", matching.subList(from, to));
        answer.put("paging", Map.of("cursors", Map.of("before", cursor(from), "after", cursor(to))));
        return answer;
    }

    @PostMapping("/{account}/message_templates")
    Map<String, Object> create(@PathVariable String account, @RequestBody JsonNode body) {
        known(account, "POST");
        var root = new Field("", body);
        String name = outer(root, "name").text(512);
        String language = outer(root, "language").text(32);
        String category = outer(root, "category").anyText().toUpperCase(Locale.ROOT);
        outer(root, "category").oneOf(Set.of("marketing", "utility", "authentication"));
        var parts = new ArrayList<Part>();
        for (Field part : outer(root, "components").items(1, 10)) {
            parts.add(new Part(
                    part.text("type", 32).toUpperCase(Locale.ROOT),
                    part.node().path("format").asText(null),
                    part.node().path("text").asText(null),
                    part.node().get("buttons")));
        }
        Template made = templates.add(name, language, category, parts);
        return Map.of("id", made.id(), "status", made.status(), "category", made.category());
    }

    private static Field outer(Field root, String name) {
        return root.optional(name).orElseThrow(() -> GraphRefusal.required(name));
    }

    private void known(String account, String method) {
        if (numbers.all().stream().noneMatch(number -> number.accountId().equals(account))) {
            throw GraphRefusal.noSuchObject(method);
        }
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(@Nullable String cursor) {
        try {
            return cursor == null
                    ? 0
                    : Math.max(
                            0,
                            Integer.parseInt(
                                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notACursor) {
            throw GraphRefusal.invalid("Invalid cursor in param after");
        }
    }
}
