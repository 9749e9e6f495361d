package com.qliento.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qliento.vault.spi.PersonalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person may take along (GDPR Art. 20): what they provided themselves, under contract or consent. Not what was
 * answered, decided, or noted on the way.
 *
 * @param organisation where it is from
 * @param profile by what they are known, the one they go by first
 * @param messages what they wrote
 * @param answers what they answered when they were asked
 */
record Portable(
        String format,
        String organisation,
        Instant madeAt,
        List<Profile> profile,
        List<Item> messages,
        List<Item> answers) {

    static final String FORMAT = "qliento-portable/1";
    static final String FILE = "portable.json";

    private static final List<String> OF_A_MESSAGE = List.of("type", "text", "asSent");
    private static final List<String> OF_AN_ANSWER = List.of("name", "value", "flow", "askedBy");

    /** By what somebody is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Profile(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String userId) {

        private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{5,19}");
        private static final int LONGEST = 255;

        Profile {
            if ((phone != null && !PHONE.matcher(phone).matches())
                    || (userId != null && (userId.isBlank() || userId.length() > LONGEST))
                    || (name != null && name.length() > LONGEST)) {
                throw new IllegalArgumentException("by this nobody is known");
            }
        }

        @Override
        public String toString() {
            return "Profile";
        }
    }

    /**
     * A message or an answer.
     *
     * @param id tells it from the others of its kind, and leads to nothing
     * @param receivedAt when it came; null for when it was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String id, Instant at, @Nullable Instant receivedAt, Map<String, Object> values) {

        private static final int LONGEST_ID = 255;

        Item {
            Objects.requireNonNull(at);
            Objects.requireNonNull(values);
            if (id.isBlank() || id.length() > LONGEST_ID) {
                throw new IllegalArgumentException("this is no id");
            }
        }

        /** From when on its time is counted. */
        Instant received() {
            return receivedAt == null ? at : receivedAt;
        }

        @Override
        public String toString() {
            return "Item";
        }
    }

    Portable {
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(madeAt);
        profile = List.copyOf(profile);
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("another format");
        }
    }

    /** Of all that is kept of somebody; what nobody can read any more is not in it. */
    static Portable of(PackageContent content) {
        var messages = new LinkedHashMap<String, Item>();
        var answers = new LinkedHashMap<String, Item>();
        var profile = new LinkedHashSet<Profile>();
        for (var one : content.records()) {
            if (one.unreadable() != null) {
                continue;
            }
            switch (one.kind()) {
                case "contact" -> profile.add(profile(one.values()));
                case "message" -> {
                    if ("in".equals(one.values().get("direction"))) {
                        messages.putIfAbsent(one.id(), item(one, OF_A_MESSAGE));
                    }
                }
                case "answer" -> answers.putIfAbsent(one.id(), item(one, OF_AN_ANSWER));
                default -> {
                    // Not provided by the person.
                }
            }
        }
        return new Portable(
                FORMAT,
                content.organisation(),
                content.madeAt(),
                List.copyOf(profile),
                new ArrayList<>(messages.values()),
                new ArrayList<>(answers.values()));
    }

    private static Profile profile(Map<String, ? extends @Nullable Object> values) {
        return new Profile(text(values.get("name")), text(values.get("phone")), text(values.get("userId")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static Item item(PersonalRecord one, List<String> names) {
        var values = new LinkedHashMap<String, Object>();
        names.forEach(name -> {
            var value = one.values().get(name);
            if (value != null) {
                values.put(name, value);
            }
        });
        var received = text(one.values().get("receivedAt"));
        return new Item(one.id(), one.at(), received == null ? null : Instant.parse(received), values);
    }

    @Override
    public String toString() {
        return "Portable";
    }
}
