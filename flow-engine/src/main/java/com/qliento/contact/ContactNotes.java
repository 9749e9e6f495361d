package com.qliento.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues are to know of a person.
 *
 * @param language a tag such as {@code es}; flows know it as {@code contact.language}
 * @param tags few words each, without any twice
 */
public record ContactNotes(@Nullable String language, List<String> tags, String notes) {

    /** Characters of notes. */
    public static final int LONGEST = 2000;

    /** Nothing. */
    static final ContactNotes NONE = new ContactNotes(null, List.of(), "");

    /** Takes its own copy. */
    public ContactNotes {
        tags = tags.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return "ContactNotes";
    }
}
