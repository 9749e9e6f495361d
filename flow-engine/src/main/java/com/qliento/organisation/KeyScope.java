package com.qliento.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a program with an API key may do. */
public enum KeyScope {
    /** Read all there is, customers' words included. */
    READ,
    /** Make, publish and change flows, tables and files, and settle messages. */
    WRITE,
    /** Begin flows for customers. */
    START,
    /** Everything, also numbers, secrets, triggers, policies and keys. */
    ADMIN;

    /** Every scope there is. */
    public static Set<KeyScope> all() {
        return EnumSet.allOf(KeyScope.class);
    }

    /** The word for it, in lower case; it stands in rows and requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of this word. */
    public static Optional<KeyScope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** Whether a program with these may do what needs this one: who may do everything may, and who writes may read. */
    public boolean isIn(Set<KeyScope> scopes) {
        return scopes.contains(this) || scopes.contains(ADMIN) || (this == READ && scopes.contains(WRITE));
    }
}
