package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code contacts} of one value, to be matched to its messages or statuses: by an id they share; else by position, if there are as many
 * contacts as messages or one contact and one sender. A wrong match would give one person the name of another, so a contact that belongs
 * to somebody by id is never given by position, and one with another user id not at all. A differing number alone does not count: WhatsApp's
 * id of an account may differ from its number.
 */
final class ContactBook {
    private static final List<String> CONTACT_IDS = List.of("user_id", "parent_user_id", "wa_id");
    /** A larger contact goes with one message only: copies of it must not multiply a body. */
    private static final int MAX_SHARED = 8 * 1024;

    private final List<JsonNode> contacts = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final BitSet claimed = new BitSet();
    private final BitSet used = new BitSet();

    ContactBook(JsonNode array) {
        if (array.isArray()) {
            array.forEach(contacts::add);
        }
        for (int i = 0; i < contacts.size(); i++) {
            for (String id : ids(contacts.get(i), CONTACT_IDS)) {
                byId.putIfAbsent(id, i);
            }
        }
    }

    /** The contact of each item, null for none, in the items' order. */
    List<@Nullable JsonNode> match(JsonNode items, List<String> idFields) {
        var ids = new ArrayList<List<String>>();
        items.forEach(item -> ids.add(ids(item, idFields)));
        @Nullable Integer[] found = new Integer[ids.size()];
        for (int i = 0; i < found.length; i++) {
            JsonNode item = items.get(i);
            found[i] = ids.get(i).stream()
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .filter(candidate -> !differ(item, idFields, candidate))
                    .findFirst()
                    .orElse(null);
            if (found[i] != null) {
                claimed.set(found[i]);
            }
        }
        boolean paired = contacts.size() == found.length;
        boolean lonely = contacts.size() == 1 && ids.stream().distinct().count() == 1;
        for (int i = 0; i < found.length && (paired || lonely); i++) {
            int candidate = paired ? i : 0;
            if (found[i] == null && !claimed.get(candidate) && !differ(items.get(i), idFields, candidate)) {
                found[i] = candidate;
            }
        }
        var matched = new ArrayList<@Nullable JsonNode>();
        Arrays.stream(found).forEach(index -> matched.add(index == null ? null : use(index)));
        return matched;
    }

    /** Those that no item has got. */
    List<JsonNode> unused() {
        return Stream.iterate(0, i -> i < contacts.size(), i -> i + 1)
                .filter(i -> !used.get(i))
                .map(contacts::get)
                .toList();
    }

    private @Nullable JsonNode use(int index) {
        JsonNode contact = contacts.get(index);
        if (!contact.isObject() || (used.get(index) && WebhookJson.write(contact).length > MAX_SHARED)) {
            return null;
        }
        used.set(index);
        return contact;
    }

    /** Two user ids are two people, even with the same number: it may have a new owner. */
    private boolean differ(JsonNode item, List<String> idFields, int candidate) {
        String theirs = Lenient.id(contacts.get(candidate), "user_id");
        return theirs != null
                && idFields.stream()
                        .filter(field -> field.endsWith("user_id") && !field.contains("parent"))
                        .map(field -> Lenient.id(item, field))
                        .anyMatch(own -> own != null && !own.equals(theirs));
    }

    private static List<String> ids(JsonNode owner, List<String> fields) {
        return fields.stream()
                .map(field -> Lenient.id(owner, field))
                .filter(Objects::nonNull)
                .toList();
    }
}
