package com.qliento.simulator.whatsapp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Meta's rules for interactive messages, with the limits of the Cloud API's description. */
final class InteractiveCheck {

    private static final int BODY = 1_024;
    private static final Set<String> MEDIA_HEADERS = Set.of("image", "video", "document");
    private static final Set<String> ALL_HEADERS = Set.of("text", "image", "video", "document");

    /** Kinds that Meta has and the phone shows by their body only. */
    private static final Set<String> SHOWN_BY_BODY = Set.of(
            "product",
            "product_list",
            "catalog_message",
            "order_details",
            "order_status",
            "carousel",
            "address_message");

    private final Map<String, ContentCheck.Rule> rules = new HashMap<>();
    private final ContentCheck.Rule media;

    InteractiveCheck(ContentCheck.Rule media) {
        this.media = media;
        rules.put("button", this::buttons);
        rules.put("list", this::list);
        rules.put("cta_url", this::linkButton);
        rules.put("location_request_message", this::locationRequest);
        rules.put("flow", this::flow);
        SHOWN_BY_BODY.forEach(kind -> rules.put(kind, message -> message.required("action")));
    }

    void check(Field message) {
        String kind = message.object().required("type").oneOf(rules.keySet());
        rules.getOrDefault(kind, ignored -> {}).check(message);
    }

    private void frame(Field message, Set<String> headers) {
        message.required("body").object().text("text", BODY);
        message.optional("footer").ifPresent(footer -> footer.object().text("text", 60));
        message.optional("header").ifPresent(header -> header(header, headers));
    }

    private void header(Field header, Set<String> allowed) {
        String kind = header.object().required("type").oneOf(allowed);
        if (MEDIA_HEADERS.contains(kind)) {
            media.check(header.required(kind));
        } else {
            header.text("text", 60);
        }
    }

    private void buttons(Field message) {
        frame(message, ALL_HEADERS);
        List<Field> replies = message.required("action").object().required("buttons").items(1, 3).stream()
                .map(button -> {
                    button.required("type").oneOf(Set.of("reply"));
                    return button.required("reply").object();
                })
                .toList();
        replies.forEach(reply -> {
            reply.text("id", 256);
            reply.text("title", 20);
        });
        Field.unique(replies.stream().map(reply -> reply.required("id")).toList());
        Field.unique(replies.stream().map(reply -> reply.required("title")).toList());
    }

    private void list(Field message) {
        frame(message, Set.of("text"));
        Field action = message.required("action").object();
        action.text("button", 20);
        List<Field> sections = action.required("sections").items(1, 10);
        if (sections.size() > 1) {
            sections.forEach(section -> section.required("title"));
        }
        sections.forEach(section -> section.optionalText("title", 24));
        List<Field> rows = sections.stream()
                .flatMap(section -> section.required("rows").items(1, 10).stream())
                .toList();
        rows.forEach(row -> {
            row.text("id", 200);
            row.text("title", 24);
            row.optionalText("description", 72);
        });
        action.required("sections").must(rows.size() <= 10, "must have at most 10 rows in total");
        Field.unique(rows.stream().map(row -> row.required("id")).collect(Collectors.toList()));
    }

    private void linkButton(Field message) {
        frame(message, ALL_HEADERS);
        Field parameters = action(message, "cta_url");
        parameters.text("display_text", 20);
        parameters.required("url").link();
    }

    private void locationRequest(Field message) {
        message.required("body").object().text("text", BODY);
        message.required("action").object().required("name").oneOf(Set.of("send_location"));
    }

    private void flow(Field message) {
        frame(message, ALL_HEADERS);
        Field parameters = action(message, "flow");
        parameters.required("flow_message_version").oneOf(Set.of("3"));
        if (parameters.optional("flow_id").isEmpty()
                && parameters.optional("flow_name").isEmpty()) {
            throw GraphRefusal.missing(parameters.path() + ".flow_id or " + parameters.path() + ".flow_name");
        }
        parameters.text("flow_cta", 30);
        parameters.optional("mode").ifPresent(mode -> mode.oneOf(Set.of("draft", "published")));
        parameters.optional("flow_action").ifPresent(action -> action.oneOf(Set.of("navigate", "data_exchange")));
    }

    private static Field action(Field message, String name) {
        Field action = message.required("action").object();
        action.required("name").oneOf(Set.of(name));
        return action.required("parameters").object();
    }
}
