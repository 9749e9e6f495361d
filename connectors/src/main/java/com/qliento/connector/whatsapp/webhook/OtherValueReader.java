package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a change of a field that nobody reads apart into what it lists, so that what is about one person stands alone. */
final class OtherValueReader {

    private static final String CONTACTS = "contacts";
    private static final List<String> IDS =
            List.of("user_id", "from_user_id", "to_user_id", "parent_user_id", "wa_id", "from", "to", "recipient_id");

    private final EntryShell shell;
    private final JsonNode change;
    private final JsonNode value;
    private final Updates updates;

    OtherValueReader(EntryShell shell, JsonNode change, Updates updates) {
        this.shell = shell;
        this.change = change;
        this.value = change.path("value");
        this.updates = updates;
    }

    void read() throws MalformedWebhook {
        boolean ofAccount = About.isOfAccount(change.path("field").asText());
        var lists = value.properties().stream()
                .filter(part -> part.getValue().isArray() && !part.getKey().equals(CONTACTS))
                .toList();
        if (ofAccount || lists.size() != 1 || lists.get(0).getValue().size() < 2 || !split(lists.get(0))) {
            updates.add(new NotHandled(shell.around(change), Reason.OTHER_FIELD));
        }
    }

    /** Whether it was; not when what stands around the items is too much to be kept with each. */
    private boolean split(Map.Entry<String, JsonNode> list) throws MalformedWebhook {
        var around = JsonNodeFactory.instance.objectNode();
        change.properties().forEach(part -> around.set(part.getKey(), part.getValue()));
        around.set("value", without(list.getKey()));
        int bytes = WebhookJson.write(around).length;
        if (bytes > ValueReader.MAX_SHARED
                || !updates.mayCopy(bytes, list.getValue().size())) {
            return false;
        }
        var contacts = new ContactBook(value.path(CONTACTS));
        var matched = contacts.match(list.getValue(), IDS);
        for (int i = 0; i < list.getValue().size(); i++) {
            add(list.getKey(), list.getValue().get(i), matched.get(i));
        }
        for (var contact : contacts.unused()) {
            add(list.getKey(), null, contact);
        }
        return true;
    }

    private void add(String part, @Nullable JsonNode item, @Nullable JsonNode contact) throws MalformedWebhook {
        var alone = without(part);
        if (contact != null) {
            alone.putArray(CONTACTS).add(contact);
        }
        var items = alone.putArray(part);
        if (item != null) {
            items.add(item);
        }
        var single = JsonNodeFactory.instance.objectNode();
        change.properties().forEach(sibling -> single.set(sibling.getKey(), sibling.getValue()));
        single.set("value", alone);
        updates.add(new NotHandled(shell.around(single), Reason.OTHER_FIELD));
    }

    private ObjectNode without(String list) {
        var rest = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(part -> {
            if (!part.getKey().equals(list)
                    && !(part.getKey().equals(CONTACTS) && part.getValue().isArray())) {
                rest.set(part.getKey(), part.getValue());
            }
        });
        return rest;
    }
}
