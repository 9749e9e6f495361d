package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an update is about that nobody reads: found by the names that Meta gives to ids, where they stand beside what the
 * update says, not inside of it.
 *
 * @param nobody whether it is about the account, a number of its or a template, and so about no person
 * @param person the one person that it names; null when it names nobody, several, or nobody can tell
 */
public record About(boolean nobody, @Nullable Sender person) {

    /** Fields that tell of the account. All others may tell of people, those that are not known yet too. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "account_alerts",
            "account_review_update",
            "account_update",
            "business_capability_update",
            "business_status_update",
            "flows",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "template_category_update",
            "template_correct_category_detection");

    private static final List<String> NUMBERS = List.of("wa_id", "from", "to", "recipient_id", "phone_number");
    private static final List<String> USER_IDS = List.of("user_id", "from_user_id", "to_user_id", "recipient_user_id");
    private static final List<String> PARENT_IDS = List.of(
            "parent_user_id",
            "from_parent_user_id",
            "to_parent_user_id",
            "recipient_parent_user_id",
            "parent_recipient_user_id");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");

    private static final About NOBODY = new About(true, null);
    private static final About NOT_KNOWN = new About(false, null);

    /** Whether what this field brings is of the account, and of no person. */
    static boolean isOfAccount(String field) {
        return OF_THE_ACCOUNT.contains(field);
    }

    static About of(JsonNode body, String field) {
        if (isOfAccount(field)) {
            return NOBODY;
        }
        var value = body.path("entry").path(0).path("changes").path(0).path("value");
        var found = new Found(value.path("metadata"));
        found.in(value);
        value.properties().stream()
                .map(part -> part.getValue())
                .filter(JsonNode::isArray)
                .flatMap(items -> Lenient.objects(items).stream())
                .forEach(item -> {
                    found.in(item);
                    found.in(item.path("contact"));
                });
        var person = found.person();
        return person == null ? NOT_KNOWN : new About(false, person);
    }

    @Override
    public String toString() {
        return "About[nobody=" + nobody + ", person=" + (person != null) + "]";
    }

    /** The ids of everybody who is named, but the business itself. */
    private static final class Found {

        private final Set<String> own = new LinkedHashSet<>();
        private final Set<String> numbers = new LinkedHashSet<>();
        private final Set<String> userIds = new LinkedHashSet<>();
        private final Set<String> parentIds = new LinkedHashSet<>();

        Found(JsonNode metadata) {
            var number = Lenient.id(metadata, "display_phone_number");
            if (number != null) {
                own.add(digits(number));
            }
            var id = Lenient.id(metadata, "phone_number_id");
            if (id != null) {
                own.add(id);
            }
        }

        void in(JsonNode named) {
            add(named, NUMBERS, numbers);
            add(named, USER_IDS, userIds);
            add(named, PARENT_IDS, parentIds);
            // A change of an id names both; who is known is who they were.
            var change = named.path("user_id");
            if (change.isObject()) {
                add(change, List.of("previous"), userIds);
            }
        }

        private void add(JsonNode named, List<String> fields, Set<String> into) {
            for (var field : fields) {
                var id = Lenient.id(named, field);
                if (id != null && SenderReader.isUserId(id)) {
                    userIds.add(id);
                } else if (id != null && SenderReader.isParentUserId(id)) {
                    parentIds.add(id);
                } else if (id != null && fields != NUMBERS) {
                    into.add(id);
                } else if (id != null && !own.contains(digits(id))) {
                    into.add(digits(id));
                }
            }
        }

        @Nullable
        Sender person() {
            var sender = new Sender(one(numbers), one(numbers), one(userIds), one(parentIds), null, null);
            boolean several = numbers.size() > 1 || userIds.size() > 1 || parentIds.size() > 1;
            return several || !sender.isKnown() ? null : sender;
        }

        private static @Nullable String one(Set<String> ids) {
            return ids.stream().findFirst().orElse(null);
        }

        private static String digits(String id) {
            return NOT_DIGITS.matcher(id).replaceAll("");
        }
    }
}
