package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.whatsapp.OutgoingMessage.Receiver;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a request to send a message and refuses it as Meta does. */
@OnlyInDemo
@Component
final class MessageCheck {

    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern PUNCTUATION = Pattern.compile("[+\\s().-]");
    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}");

    private final ContentCheck contents;

    MessageCheck(ContentCheck contents) {
        this.contents = contents;
    }

    /** Refuses a body that is not meant for WhatsApp: every request carries {@code messaging_product}. */
    static void product(JsonNode body) {
        JsonNode product = body.path("messaging_product");
        if (product.isMissingNode() || product.isNull()) {
            throw GraphRefusal.required("messaging_product");
        }
        if (!product.asText().equalsIgnoreCase("whatsapp")) {
            throw GraphRefusal.invalid("Param messaging_product must be one of {WHATSAPP}");
        }
    }

    /** Throws {@link GraphRefusal} when the request can't be sent. */
    OutgoingMessage read(JsonNode body) {
        product(body);
        var root = new Field("", body);
        root.optional("recipient_type").ifPresent(kind -> {
            if (!kind.anyText().equalsIgnoreCase("individual")) {
                throw GraphRefusal.invalid("Param recipient_type must be one of {INDIVIDUAL}");
            }
        });
        Receiver receiver = receiver(root);
        String type = type(body);
        ContentCheck.Rule rule = contents.of(type);
        if (rule == null) {
            throw unknownType(type);
        }
        Field content = root.required(type);
        rule.check(content);
        return new OutgoingMessage(
                input(root).orElse(receiver.value()),
                receiver,
                type,
                content.node(),
                root.optional("context")
                        .map(context -> context.object().text("message_id", 512))
                        .orElse(null),
                root.optional("biz_opaque_callback_data")
                        .map(data -> data.text(512))
                        .orElse(null));
    }

    /** A request without a type is of the type whose content it has: Meta's own examples leave it out. */
    private String type(JsonNode body) {
        if (body.has("type")) {
            return body.path("type").asText().toLowerCase(Locale.ROOT);
        }
        return contents.types().stream().filter(body::has).findFirst().orElse("text");
    }

    private GraphRefusal unknownType(String type) {
        return ContentCheck.INBOUND_ONLY.contains(type)
                ? GraphRefusal.of(131051, "A message of this type can't be sent by a business.")
                : GraphRefusal.invalid("Param type must be one of {"
                        + String.join(", ", new TreeSet<>(contents.types())).toUpperCase(Locale.ROOT) + "}");
    }

    private static Optional<String> input(Field root) {
        return root.optional("to").or(() -> root.optional("recipient")).map(Field::anyText);
    }

    /** Both given: {@code to} wins. */
    private static Receiver receiver(Field root) {
        Optional<Field> to = root.optional("to");
        if (to.isPresent()) {
            return byNumber(to.get());
        }
        Field recipient = root.optional("recipient").orElseThrow(() -> GraphRefusal.required("to"));
        recipient.must(USER_ID.matcher(recipient.anyText()).matches(), "must be a business-scoped user ID");
        return new Receiver(true, recipient.anyText());
    }

    private static Receiver byNumber(Field to) {
        String text = to.node().isNumber() ? to.node().asText() : to.anyText();
        if (USER_ID.matcher(text).matches()) {
            return new Receiver(false, text);
        }
        String digits = PUNCTUATION.matcher(text).replaceAll("");
        to.must(NUMBER.matcher(digits).matches(), "must be a valid WhatsApp phone number");
        return new Receiver(false, digits);
    }
}
