package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meta's rules for the content of each message type. */
@OnlyInDemo
@Component
final class ContentCheck {

    /** What is looked at is the field named as the type. */
    @FunctionalInterface
    interface Rule {
        void check(Field content);
    }

    /** Types that only customers send. */
    static final Set<String> INBOUND_ONLY =
            Set.of("button", "order", "system", "unsupported", "unknown", "edit", "revoke");

    private static final int CAPTION = 1_024;

    private final Map<String, Rule> rules = new HashMap<>();
    private final MediaShelf shelf;

    ContentCheck(MediaShelf shelf, Templates templates) {
        this.shelf = shelf;
        rules.put("text", ContentCheck::text);
        rules.put("image", this::captioned);
        rules.put("video", this::captioned);
        rules.put("document", this::document);
        rules.put("audio", this::media);
        rules.put("sticker", this::media);
        rules.put("location", ContentCheck::location);
        rules.put("contacts", ContentCheck::contacts);
        rules.put("reaction", ContentCheck::reaction);
        rules.put("interactive", new InteractiveCheck(this::media)::check);
        rules.put("template", templates::check);
    }

    /** The rule of a type, or null for a type that is none. */
    @Nullable
    Rule of(String type) {
        return rules.get(type);
    }

    Set<String> types() {
        return rules.keySet();
    }

    private static void text(Field text) {
        text.object().text("body", 4_096);
        text.optional("preview_url").ifPresent(flag -> flag.must(flag.node().isBoolean(), "must be a boolean"));
    }

    private void media(Field media) {
        media.object();
        boolean byId = media.optional("id").isPresent();
        boolean byLink = media.optional("link").isPresent();
        if (!byId && !byLink) {
            throw GraphRefusal.missing(media.path() + ".id or " + media.path() + ".link");
        }
        if (byId && byLink) {
            throw GraphRefusal.value(media.path(), "must have an id or a link, not both");
        }
        if (byLink) {
            media.required("link").link();
        } else if (!shelf.has(media.text("id", 256))) {
            throw GraphRefusal.invalid(
                    "Param " + media.path() + ".id is not a valid WhatsApp Business Account media attachment ID");
        }
    }

    private void captioned(Field media) {
        media(media);
        media.optionalText("caption", CAPTION);
    }

    private void document(Field media) {
        captioned(media);
        media.optionalText("filename", 240);
    }

    private static void location(Field location) {
        location.object().required("latitude").number(-90, 90);
        location.required("longitude").number(-180, 180);
        location.optionalText("name", 1_024);
        location.optionalText("address", 1_024);
    }

    private static void contacts(Field contacts) {
        for (Field contact : contacts.items(1, 257)) {
            contact.required("name").object().text("formatted_name", 1_024);
        }
    }

    private static void reaction(Field reaction) {
        reaction.object().text("message_id", 512);
        reaction.required("emoji").anyText();
    }
}
