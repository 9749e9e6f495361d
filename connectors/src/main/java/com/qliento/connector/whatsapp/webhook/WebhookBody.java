package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook body taken apart into its updates.
 *
 * <p>Guaranteed: nothing in the body is lost, each part is in the raw bytes of at least one update. Not guaranteed: that the updates belong
 * to the number whose secret signed the body; the receiver must compare {@link Update#phoneNumberId()} and {@link Update#accountId()}.
 */
public final class WebhookBody {
    /** Largest body that Meta sends. The receiver refuses more before it reads on; parsing itself does not count. */
    public static final int MAX_BYTES = 3 * 1024 * 1024;

    private static final String OBJECT = "whatsapp_business_account";
    private static final int MAX_TIME = 64;

    private final @Nullable String object;
    private final boolean ours;
    private final Updates updates = new Updates();

    private WebhookBody(JsonNode body) {
        this.object = Lenient.id(body, "object");
        this.ours = object == null || object.equals(OBJECT);
    }

    /**
     * The updates of a body: entries, changes and messages in their order; within one change the messages come before statuses, errors and
     * contacts that belong to none. What is understood comes through whatever else the body holds.
     *
     * @throws MalformedWebhook if it is not JSON, is nested deeper than 1,000, has more than 250,000 tokens, is no object with an array
     *     {@code entry} (or says a name twice), or has more than 2,000 updates. Nothing else is ever thrown, whatever the bytes.
     */
    public static List<Update> parse(byte[] body) throws MalformedWebhook {
        JsonNode json = WebhookJson.read(body);
        JsonNode entries = json.path("entry");
        if (!json.isObject() || !entries.isArray()) {
            throw new MalformedWebhook("no object with an array of entries");
        }
        var reading = new WebhookBody(json);
        for (JsonNode entry : entries) {
            reading.readEntry(entry);
        }
        reading.readRest(json);
        return reading.updates.inOrder();
    }

    private void readEntry(JsonNode entry) throws MalformedWebhook {
        if (!entry.isObject()) {
            var shell = new EntryShell(object, null, null);
            updates.add(new NotHandled(shell.aroundEntry(entry), Reason.UNEXPECTED_SHAPE));
            return;
        }
        JsonNode time = entry.get("time");
        var shell = new EntryShell(object, Lenient.id(entry, "id"), isShort(time) ? time : null);
        JsonNode changes = entry.path("changes");
        if (changes.isArray()) {
            for (JsonNode change : changes) {
                readChange(shell, change);
            }
        }
        ObjectNode rest = restOf(entry, shell);
        if (!rest.isEmpty() || !changes.isArray()) {
            updates.add(new NotHandled(shell.aroundRest(rest), Reason.UNEXPECTED_SHAPE));
        }
    }

    private void readChange(EntryShell shell, JsonNode change) throws MalformedWebhook {
        if (!ours) {
            updates.add(new NotHandled(shell.around(change), Reason.OTHER_OBJECT));
        } else if (!change.isObject() || !change.path("value").isObject()) {
            updates.add(new NotHandled(shell.around(change), Reason.UNEXPECTED_SHAPE));
        } else if (!change.path("field").asText().equals("messages")) {
            new OtherValueReader(shell, change, updates).read();
        } else {
            new ValueReader(shell, change, updates).read();
        }
    }

    /** What an entry holds beyond its id, time and changes. Kept once, not beside each change, so that a body cannot be multiplied. */
    private static ObjectNode restOf(JsonNode entry, EntryShell shell) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        entry.properties().forEach(part -> {
            boolean known =
                    switch (part.getKey()) {
                        case "changes" -> part.getValue().isArray();
                        case "id" -> shell.accountId() != null;
                        case "time" -> shell.time() != null;
                        default -> false;
                    };
            if (!known) {
                rest.set(part.getKey(), part.getValue());
            }
        });
        return rest;
    }

    private void readRest(JsonNode body) throws MalformedWebhook {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(part -> {
            if (!part.getKey().equals("entry") && (!part.getKey().equals("object") || object == null)) {
                rest.set(part.getKey(), part.getValue());
            }
        });
        if (!rest.isEmpty()) {
            rest.putArray("entry");
            updates.add(new NotHandled(new Envelope(null, "", null, rest), Reason.UNEXPECTED_SHAPE));
        }
    }

    private static boolean isShort(@Nullable JsonNode time) {
        return time != null && time.isValueNode() && time.asText().length() <= MAX_TIME;
    }
}
