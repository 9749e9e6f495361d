package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.whatsapp.MediaShelf.Media;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Graph objects by id: business numbers, accounts and media. Any other path is refused as Graph refuses it. */
@OnlyInDemo
@RestController
@RequestMapping({GraphMessages.ROOT, GraphMessages.VERSIONED})
final class GraphNodes {

    private static final Pattern FIELD_ARGUMENTS = Pattern.compile("[({].*");

    private final SimulatedNumbers numbers;
    private final MediaShelf shelf;

    GraphNodes(SimulatedNumbers numbers, MediaShelf shelf) {
        this.numbers = numbers;
        this.shelf = shelf;
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return numbers.find(id)
                .map(number -> chosen(describe(number), fields))
                .or(() -> shelf.find(id).map(this::describe))
                .or(() -> numbers.all().stream()
                        .filter(number -> number.accountId().equals(id))
                        .findFirst()
                        .map(number -> Map.of("id", id, "name", number.verifiedName())))
                .orElseThrow(() -> GraphRefusal.noSuchObject("GET"));
    }

    @GetMapping("/{account}/phone_numbers")
    Map<String, Object> numbersOf(@PathVariable String account) {
        List<Map<String, Object>> data = numbers.all().stream()
                .filter(number -> number.accountId().equals(account))
                .map(GraphNodes::describe)
                .toList();
        if (data.isEmpty()) {
            throw GraphRefusal.noSuchObject("GET");
        }
        return Map.of("data", data);
    }

    /** The steps of an onboarding, which need nothing here. */
    @PostMapping({"/{id}/register", "/{id}/deregister", "/{id}/subscribed_apps"})
    Map<String, Object> onboard(@PathVariable String id) {
        if (numbers.all().stream()
                .noneMatch(number ->
                        number.phoneNumberId().equals(id) || number.accountId().equals(id))) {
            throw GraphRefusal.noSuchObject("POST");
        }
        return Map.of("success", true);
    }

    @DeleteMapping("/{id}")
    Map<String, Object> delete(@PathVariable String id) {
        if (!shelf.remove(id)) {
            throw GraphRefusal.noSuchObject("DELETE");
        }
        return Map.of("success", true);
    }

    @RequestMapping("/**")
    ResponseEntity<GraphErrorBody> unknown() {
        return ResponseEntity.badRequest().body(GraphErrorBody.of(GraphRefusal.unknownPath()));
    }

    private static Map<String, Object> describe(SimulatedNumber number) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("verified_name", number.verifiedName());
        fields.put("display_phone_number", number.displayNumber());
        fields.put("quality_rating", "GREEN");
        fields.put("code_verification_status", "VERIFIED");
        fields.put("platform_type", "CLOUD_API");
        fields.put("throughput", Map.of("level", "STANDARD"));
        fields.put("id", number.phoneNumberId());
        return fields;
    }

    private static Map<String, Object> chosen(Map<String, Object> all, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return all;
        }
        Set<String> wanted = Set.copyOf(Arrays.stream(fields.split(",", -1))
                .map(field -> FIELD_ARGUMENTS.matcher(field.strip()).replaceAll(""))
                .distinct()
                .toList());
        var chosen = new LinkedHashMap<String, Object>(all);
        chosen.keySet().removeIf(field -> !field.equals("id") && !wanted.contains(field));
        return chosen;
    }

    private Map<String, Object> describe(Media media) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("messaging_product", "whatsapp");
        answer.put(
                "url",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(GraphMedia.DOWNLOADS)
                        .path(shelf.ticketFor(media.id()))
                        .toUriString());
        answer.put("mime_type", media.mimeType());
        answer.put("sha256", media.sha256());
        answer.put("file_size", media.bytes().length);
        answer.put("id", media.id());
        return answer;
    }
}
