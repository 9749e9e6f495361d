package com.qliento.vault;

import java.util.UUID;

/**
 * A person whose values one key locks, by a random id that says nothing about them. It must never be derived from a
 * number or a name: it stays in tombstones after the person is erased.
 */
public record SubjectId(UUID value) {

    /** A new subject; it has no key before {@link Vault#createSubjects} or the first {@link Vault#seal}. */
    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
