package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a body claims to be for, found in one pass and before its signature is known to be good: to find out which app secrets to try.
 *
 * @param phoneNumberIds every {@code metadata.phone_number_id}, in order of appearance
 * @param accountIds every {@code entry.id}, in order of appearance
 */
public record PhoneNumberIds(Set<String> phoneNumberIds, Set<String> accountIds) {
    /** Places in a body from the inside out; null stands for an array's element. */
    private static final List<@Nullable String> ENTRY = Arrays.asList(null, "entry");

    private static final List<@Nullable String> METADATA =
            Arrays.asList("metadata", "value", null, "changes", null, "entry");

    /** A body holds up to 1,000 updates, so it cannot be for more numbers. */
    private static final int MAX = 1_000;

    /**
     * Reads a body without building anything of it. Cheaper than {@link WebhookBody#parse} and laxer: what this accepts, parsing may still
     * refuse.
     *
     * @throws MalformedWebhook if it is not JSON, is nested deeper than 1,000, or names more than 1,000 numbers or accounts. Nothing else is
     *     ever thrown.
     */
    public static PhoneNumberIds of(RawBody body) throws MalformedWebhook {
        var ids = new PhoneNumberIds(new LinkedHashSet<>(), new LinkedHashSet<>());
        try (JsonParser parser = body.parser()) {
            ids.readAll(parser);
        } catch (IOException notJson) {
            throw new MalformedWebhook("not JSON within the limits");
        }
        return new PhoneNumberIds(
                Collections.unmodifiableSet(ids.phoneNumberIds), Collections.unmodifiableSet(ids.accountIds));
    }

    private void readAll(JsonParser parser) throws IOException, MalformedWebhook {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
                continue;
            }
            String name = parser.currentName();
            if ("phone_number_id".equals(name) && isAt(METADATA, parser)) {
                add(phoneNumberIds, parser.getText());
            } else if ("id".equals(name) && isAt(ENTRY, parser)) {
                add(accountIds, parser.getText());
            }
        }
    }

    /** Whether the object being read is at that place. */
    private static boolean isAt(List<@Nullable String> place, JsonParser parser) {
        JsonStreamContext at = parser.getParsingContext().getParent();
        for (String name : place) {
            if (at == null || !Objects.equals(name, at.getCurrentName())) {
                return false;
            }
            at = at.getParent();
        }
        return at != null && at.inRoot();
    }

    private static void add(Set<String> ids, String id) throws MalformedWebhook {
        String clean = Lenient.cleanId(id);
        if (clean != null) {
            ids.add(clean);
        }
        if (ids.size() > MAX) {
            throw new MalformedWebhook("more than " + MAX + " numbers or accounts");
        }
    }

    @Override
    public String toString() {
        return "PhoneNumberIds[" + phoneNumberIds.size() + ", accounts=" + accountIds.size() + "]";
    }
}
