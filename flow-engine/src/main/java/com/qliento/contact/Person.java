package com.qliento.contact;

import org.jspecify.annotations.Nullable;

/**
 * What is personal about a contact, opened. In memory only, for as long as it takes; its text shows nothing.
 *
 * @param language a language tag such as {@code es}; null when it is not known, as WhatsApp tells of nobody's
 */
public record Person(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String language) {

    /** Somebody whose language is not known. */
    public Person(@Nullable String name, @Nullable String phone, @Nullable String userId) {
        this(name, phone, userId, null);
    }

    /** How colleagues call them: by name, else by number; null when neither is known, or all is erased. */
    public @Nullable String shown() {
        return name != null && !name.isBlank() ? name : phone != null ? "+" + phone : userId;
    }

    @Override
    public String toString() {
        return "Person";
    }
}
