package com.qliento.account;

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

    @Override
    public String toString() {
        return value.toString();
    }
}
