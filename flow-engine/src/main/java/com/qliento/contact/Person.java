package com.qliento.contact;

import org.jspecify.annotations.Nullable;

/** What is personal about a contact, opened. In memory only, for as long as it takes; its text shows nothing. */
public record Person(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String userId) {

    @Override
    public String toString() {
        return "Person";
    }
}
