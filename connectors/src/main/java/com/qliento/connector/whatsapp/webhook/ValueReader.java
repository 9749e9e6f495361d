package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one change of the field {@code messages} apart: its messages, then its statuses, errors and left-over contacts. */
final class ValueReader {
    private static final List<String> PARTS = List.of("messages", "statuses", "errors", "contacts");
    private static final List<String> SENDER_IDS =
            List.of("from_user_id", "user_id", "from_parent_user_id", "parent_user_id", "from");
    private static final List<String> RECIPIENT_IDS =
            List.of("recipient_user_id", "recipient_parent_user_id", "parent_recipient_user_id", "recipient_id");
    /** What stands around the messages goes with each of them. Meta sends some hundred bytes; much more would multiply a body. */
    static final int MAX_SHARED = 8 * 1024;

    private final EntryShell shell;
    private final JsonNode change;
    private final JsonNode value;
    private final ObjectNode shared;
    private final Updates updates;

    ValueReader(EntryShell shell, JsonNode change, Updates updates) {
        this.shell = shell;
        this.change = change;
        this.value = change.path("value");
        this.shared = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(part -> {
            if (!PARTS.contains(part.getKey()) || !part.getValue().isArray()) {
                shared.set(part.getKey(), part.getValue());
            }
        });
        this.updates = updates;
    }

    void read() throws MalformedWebhook {
        int before = updates.size();
        if (!sharesTooMuch()) {
            var contacts = new ContactBook(value.path("contacts"));
            readMessages(contacts);
            readStatuses(contacts);
            for (JsonNode error : array("errors")) {
                updates.add(new NotHandled(envelope("errors", error, null), Reason.ERROR_BESIDE_MESSAGES));
            }
            for (JsonNode contact : contacts.unused()) {
                updates.add(new NotHandled(envelope("contacts", contact, null), Reason.CONTACT_ALONE));
            }
        }
        if (updates.size() == before) {
            updates.add(new NotHandled(shell.around(change), Reason.UNEXPECTED_SHAPE));
        }
    }

    private void readMessages(ContactBook contacts) throws MalformedWebhook {
        JsonNode messages = array("messages");
        List<@Nullable JsonNode> matched = contacts.match(messages, SENDER_IDS);
        for (int i = 0; i < messages.size(); i++) {
            JsonNode contact = matched.get(i);
            updates.add(UpdateReader.message(messages.get(i), contact, envelope("messages", messages.get(i), contact)));
        }
    }

    private void readStatuses(ContactBook contacts) throws MalformedWebhook {
        JsonNode statuses = array("statuses");
        List<@Nullable JsonNode> matched = contacts.match(statuses, RECIPIENT_IDS);
        for (int i = 0; i < statuses.size(); i++) {
            updates.add(UpdateReader.status(statuses.get(i), envelope("statuses", statuses.get(i), matched.get(i))));
        }
    }

    private boolean sharesTooMuch() {
        int parts = PARTS.stream().mapToInt(part -> array(part).size()).sum();
        if (parts <= 1) {
            return false;
        }
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        change.properties().forEach(sibling -> around.set(sibling.getKey(), sibling.getValue()));
        around.set("value", shared);
        int bytes = WebhookJson.write(around).length;
        return bytes > MAX_SHARED || !updates.mayCopy(bytes, parts);
    }

    private JsonNode array(String part) {
        JsonNode found = value.path(part);
        return found.isArray() ? found : JsonNodeFactory.instance.arrayNode();
    }

    private Envelope envelope(String part, JsonNode item, @Nullable JsonNode contact) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.setAll(shared);
        if (contact != null) {
            alone.putArray("contacts").add(contact);
        }
        alone.putArray(part).add(item);
        ObjectNode single = JsonNodeFactory.instance.objectNode();
        change.properties().forEach(sibling -> single.set(sibling.getKey(), sibling.getValue()));
        single.set("value", alone);
        return shell.around(single);
    }
}
