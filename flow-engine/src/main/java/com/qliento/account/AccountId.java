package com.qliento.account;

import com.qliento.vault.SubjectId;
import java.util.UUID;

/** Names a person's account. */
public record AccountId(UUID value) {

    /** Whether a name in a record is that of an account; a program's or the platform's is not. */
    static boolean isOne(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Whose key their name and e-mail are sealed with. */
    SubjectId subject() {
        return new SubjectId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
