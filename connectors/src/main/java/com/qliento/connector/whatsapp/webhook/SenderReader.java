package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the sender together from the message and its contact. Names of the fields: Meta's page on business-scoped user ids, and issue threads. */
final class SenderReader {
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?!ENT\\.).+");
    private static final Pattern PARENT_USER_ID = Pattern.compile("[A-Z]{2}\\.ENT\\..+");

    private SenderReader() {}

    static Sender read(JsonNode message, @Nullable JsonNode contact) {
        JsonNode known = contact == null ? MissingNode.getInstance() : contact;
        JsonNode system = message.path("system");
        String from = Lenient.id(message, "from");
        String waId = Lenient.id(known, "wa_id");
        // A note about a change carries both identities. The sender is the old one: that is who we know.
        String userId = first(
                Lenient.id(system, "previous_user_id"),
                Lenient.id(message, "from_user_id"),
                Lenient.id(message, "user_id"),
                Lenient.id(known, "user_id"),
                matching(USER_ID, from));
        String parentUserId = first(
                Lenient.id(system, "previous_parent_user_id"),
                Lenient.id(message, "from_parent_user_id"),
                Lenient.id(message, "parent_user_id"),
                Lenient.id(known, "parent_user_id"),
                matching(PARENT_USER_ID, from));
        String number = from != null && (from.equals(userId) || from.equals(parentUserId)) ? null : from;
        JsonNode profile = known.path("profile");
        var sender = new Sender(
                first(number, waId),
                first(waId, number),
                userId,
                parentUserId,
                first(Lenient.words(profile, "username"), Lenient.words(known, "username")),
                Lenient.words(profile, "name"));
        return sender.isKnown() || !system.isObject() ? sender : afterChange(system);
    }

    /** A note that names nobody from before: the new identity is all there is. */
    private static Sender afterChange(JsonNode system) {
        String waId = Lenient.id(system, "wa_id");
        return new Sender(waId, waId, Lenient.id(system, "user_id"), Lenient.id(system, "parent_user_id"), null, null);
    }

    static boolean isUserId(String id) {
        return USER_ID.matcher(id).matches();
    }

    static boolean isParentUserId(String id) {
        return PARENT_USER_ID.matcher(id).matches();
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String from) {
        return from != null && pattern.matcher(from).matches() ? from : null;
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }
}
