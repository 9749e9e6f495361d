package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** Where one update came from, and the update itself as received. Equal to another with the same JSON. */
public final class Envelope {
    private final @Nullable String accountId;
    private final String field;
    private final @Nullable String phoneNumberId;
    private final JsonNode json;

    /** The JSON is a webhook body with this update alone. */
    Envelope(@Nullable String accountId, String field, @Nullable String phoneNumberId, JsonNode json) {
        this.accountId = accountId;
        this.field = field;
        this.phoneNumberId = phoneNumberId;
        this.json = json;
    }

    @Nullable
    String accountId() {
        return accountId;
    }

    String field() {
        return field;
    }

    @Nullable
    String phoneNumberId() {
        return phoneNumberId;
    }

    byte[] raw() {
        return WebhookJson.write(json);
    }

    About about() {
        return About.of(json, field);
    }

    /** That something came for this account and field. */
    byte[] outline() {
        var body = JsonNodeFactory.instance.objectNode();
        var entry = body.putArray("entry").addObject();
        if (accountId != null) {
            entry.put("id", accountId);
        }
        entry.putArray("changes").addObject().put("field", field);
        return WebhookJson.write(body);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Envelope that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Without content. */
    @Override
    public String toString() {
        return "Envelope[field=" + field + "]";
    }
}
