package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The outer part of a body that is written around each single update again.
 *
 * @param object what the body is about
 * @param accountId the entry's id
 * @param time the entry's time
 */
record EntryShell(
        @Nullable String object,
        @Nullable String accountId,
        @Nullable JsonNode time) {

    /** An envelope around one change. */
    Envelope around(JsonNode change) {
        ObjectNode entry = entry();
        entry.putArray("changes").add(change);
        String field = Lenient.id(change, "field");
        String phoneNumberId = Lenient.id(change.path("value").path("metadata"), "phone_number_id");
        return new Envelope(accountId, field == null ? "" : field, phoneNumberId, body(entry));
    }

    /** An envelope around something in an entry that is no change. */
    Envelope aroundRest(ObjectNode rest) {
        ObjectNode entry = entry();
        entry.setAll(rest);
        return new Envelope(accountId, "", null, body(entry));
    }

    /** An envelope around something that is no entry. */
    Envelope aroundEntry(JsonNode notAnEntry) {
        return new Envelope(null, "", null, body(notAnEntry));
    }

    private ObjectNode entry() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (accountId != null) {
            entry.put("id", accountId);
        }
        if (time != null) {
            entry.set("time", time);
        }
        return entry;
    }

    private ObjectNode body(JsonNode entry) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (object != null) {
            body.put("object", object);
        }
        body.putArray("entry").add(entry);
        return body;
    }

    @Override
    public String toString() {
        return "EntryShell[" + object + "]";
    }
}
